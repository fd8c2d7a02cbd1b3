namespace Phm.Statistics;

/// <summary>The errors of data and models that a regression cannot take, each with the column and what to do.</summary>
internal static class StatisticsErrors
{
    private const int MostNamed = 12;

    public static DataException NotFinite(string column, int row, bool isNaN) =>
        new($"Column '{column}' holds {(isNaN ? "a number that is none (NaN)" : "an infinite number")} in row {row + 1}: give what is missing as null, and mend what computed it.");

    public static DataException NoColumn(string column, IEnumerable<string> known) =>
        new($"There is no column '{column}'. The table has {List(known)}.");

    public static DataException NotNumber(string column, string use) =>
        new($"Column '{column}' is a factor, but {use} is a column of numbers.");

    public static DataException NoRelativeIndex() =>
        new("The line of inequality falls to 0 or below at one end of the ranks, where a ratio of its ends means nothing: take the slope index, or the line on the transformed scale.");

    /// <summary>Names in quotes, joined by commas; a long list is cut.</summary>
    public static string List(IEnumerable<string> names)
    {
        var all = names.ToArray();
        var shown = string.Join(", ", all.Take(MostNamed).Select(name => $"'{name}'"));
        return all.Length == 0 ? "none" : all.Length > MostNamed ? $"{shown} and {all.Length - MostNamed} more" : shown;
    }
}
