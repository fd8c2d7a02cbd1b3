namespace Phm;

/// <summary>A request would have shown something about few people, or about a person without a stated purpose.</summary>
public sealed class DisclosureException : PhmException
{
    /// <summary>Creates the error.</summary>
    public DisclosureException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public override int ExitCode => 5;
}
