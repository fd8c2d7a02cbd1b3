namespace Phm.Notebook.Verification;

/// <summary>How much markup is read as a tree; it may come from anyone.</summary>
internal static class MarkupLimits
{
    public const int Characters = 4 * 1024 * 1024;

    public const int Depth = 256;

    public const string TooLong = "It is longer than 4 million characters and was compared as exact text.";

    public const string TooDeep = "It is nested more than 256 levels deep and was compared as exact text.";
}
