using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// Counts of the rows of a table as they may be shown. Statistics cannot know whether rows are people, so it takes them for people: the default
/// policy applies. The exact numbers are in the members of a result, for those who may see them.
/// </summary>
internal static class CountText
{
    public const string Note = "Counts of 1 to 7 are suppressed ([c]), others are rounded to the nearest 5.";

    /// <summary>What is said in place of a number that rests on few rows.</summary>
    public const string Withheld = "[c] (few people)";

    /// <summary>A count as a number that may be shown.</summary>
    public static DisclosedValue Shown(int count) => DisclosurePolicy.Default.Count(count);

    /// <summary>Whether so few are withheld for their own sake.</summary>
    public static bool IsFew(int count) => DisclosurePolicy.Default.Suppresses(count);

    /// <summary>"12,270", "[c]".</summary>
    public static string Of(int count) => new TableColumn("", ColumnFormat.Count).Print(Shown(count));

    /// <summary>"12,270 rows", "[c] rows": a withheld count has no singular, which would say that it is 1.</summary>
    public static string Of(int count, string one, string many) => $"{Of(count)} {(count == 1 && !IsFew(count) ? one : many)}";
}
