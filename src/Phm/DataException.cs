namespace Phm;

/// <summary>Data cannot be used as they are: a file is missing or malformed, or an analysis needs a table that is not there.</summary>
public sealed class DataException : PhmException
{
    /// <summary>Creates the error.</summary>
    public DataException(string message, Exception? inner = null) : base(message, inner)
    {
    }

    /// <inheritdoc/>
    public override int ExitCode => 3;
}
