namespace Phm;

/// <summary>A model could not be estimated. It says the suspected cause, the columns concerned and what to do.</summary>
public sealed class ConvergenceException : PhmException
{
    /// <summary>Creates the error.</summary>
    public ConvergenceException(EstimationFailure cause, IReadOnlyList<string> columns, string message) : base(message) => (Cause, Columns) = (cause, columns);

    /// <summary>The suspected cause.</summary>
    public EstimationFailure Cause { get; }

    /// <summary>The columns of the design concerned, by name; empty where none stands out.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <inheritdoc/>
    public override int ExitCode => 9;
}
