using System.Globalization;

namespace Phm.Notebook.Databases;

/// <summary>The part of a result that is shown.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows of this page.</param>
internal sealed record SqlPage(IReadOnlyList<SqlColumn> Columns, IReadOnlyList<object?[]> Rows)
{
    /// <summary>How many rows of the result come before this page.</summary>
    public long Before { get; init; }

    /// <summary>How many rows the whole result has, as far as they were counted.</summary>
    public long Count { get; init; }

    /// <summary>Whether counting ended before the result did.</summary>
    public bool HasMore { get; init; }

    /// <summary>Whether rows of this page were left out because its values are long.</summary>
    public bool IsCut { get; init; }

    /// <summary>Which rows are shown, of how many.</summary>
    public string Caption
    {
        get
        {
            var total = HasMore ? $"more than {Number(Count)}" : Number(Count);
            if (Rows.Count == 0) return Before == 0 ? "no rows" : $"no rows on this page, the result has {total}";
            if (Before == 0 && !HasMore && Rows.Count == Count) return Count == 1 ? "1 row" : $"{total} rows";
            return $"rows {Number(Before + 1)}-{Number(Before + Rows.Count)} of {total}" + (IsCut ? "; the page ends early because its values are long" : "");
        }
    }

    /// <summary>Whether a column holds numbers: where all its values here are, or where all are NULL and its table says so.</summary>
    public bool IsNumeric(int column)
    {
        var values = Rows.Select(row => row[column]).OfType<object>();
        return values.Any() ? values.All(value => value is long or double) : IsNumericType(Columns[column].Type);
    }

    public static string Number(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    private static bool IsNumericType(string type) =>
        ((string[])["INT", "REAL", "FLOA", "DOUB", "NUM", "DEC"]).Any(part => type.Contains(part, StringComparison.OrdinalIgnoreCase));
}
