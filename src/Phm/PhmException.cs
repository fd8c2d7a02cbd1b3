namespace Phm;

/// <summary>
/// An error that a user can act on. Its message says where, what was found, what was expected and what to do, and never a
/// patient's value.
/// </summary>
public abstract class PhmException : Exception
{
    /// <summary>Creates the error with a message for the user.</summary>
    protected PhmException(string message, Exception? inner = null) : base(message, inner)
    {
    }

    /// <summary>The exit code of <c>phm</c> when this error ends a command.</summary>
    public abstract int ExitCode { get; }
}
