namespace Phm.Findings;

/// <summary>The letter, the words and the mark of a <see cref="FindingStatus"/>.</summary>
public static class FindingStatusExtensions
{
    /// <summary>All statuses, the surest first.</summary>
    internal static IReadOnlyList<FindingStatus> All { get; } = [FindingStatus.Seen, FindingStatus.Arithmetic, FindingStatus.SecondarySource, FindingStatus.Unconfirmed];

    /// <summary>The letter that stands in files: C, S, D or M.</summary>
    public static string Letter(this FindingStatus status) => status switch
    {
        FindingStatus.Seen => "C",
        FindingStatus.SecondarySource => "S",
        FindingStatus.Arithmetic => "D",
        FindingStatus.Unconfirmed => "M",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such status."),
    };

    /// <summary>The letter and what it means, as in "C: seen in the source".</summary>
    public static string InWords(this FindingStatus status) => status.Letter() + ": " + status switch
    {
        FindingStatus.Seen => "seen in the source",
        FindingStatus.SecondarySource => "seen only in a secondary source",
        FindingStatus.Arithmetic => "arithmetic on C figures",
        _ => "from memory, unconfirmed",
    };

    /// <summary>Whether a figure of this status can be held against a reproduced one: only where it, or what it is made from, was seen in the source.</summary>
    public static bool AllowsVerdict(this FindingStatus status) => status is FindingStatus.Seen or FindingStatus.Arithmetic;

    /// <summary>What stands behind the number of a figure that is no established fact, as in " [M]"; empty for the others.</summary>
    internal static string Mark(this FindingStatus status) => status.AllowsVerdict() ? "" : $" [{status.Letter()}]";

    /// <summary>Finds the status with a letter, in upper or lower case.</summary>
    internal static bool TryParse(string letter, out FindingStatus status)
    {
        status = All.FirstOrDefault(each => string.Equals(each.Letter(), letter, StringComparison.OrdinalIgnoreCase));
        return status != default;
    }
}
