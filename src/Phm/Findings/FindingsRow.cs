using System.Globalization;
using System.Text.RegularExpressions;

namespace Phm.Findings;

/// <summary>A row of a table of the registry: cells by their column, each read strictly.</summary>
/// <param name="file">The table, for messages.</param>
/// <param name="line">The line, for messages.</param>
/// <param name="header">The columns.</param>
/// <param name="cells">The cells, as many as columns.</param>
internal sealed class FindingsRow(string file, long line, string[] header, string[] cells)
{
    /// <summary>The longest sentence of the registry, which every table can show whole.</summary>
    private const int Longest = 300;

    public DataException Problem(string column, string found, string expected) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}, column {column}: found {found}. Expected {expected}. Mend the row."));

    public string OptionalText(string column)
    {
        var cell = cells[Array.IndexOf(header, column)];
        if (cell.Length > Longest || cell.Any(char.IsControl) || cell != cell.Trim()) throw Problem(column, "text that is too long, has control characters or ends in spaces", $"at most {Longest} characters on one line");
        return cell;
    }

    public string Text(string column) => OptionalText(column) is { Length: > 0 } text ? text : throw Problem(column, "nothing", "text");

    public string Matching(string column, Regex form, string expected) => form.IsMatch(Text(column)) ? Text(column) : throw Problem(column, "text of another form", expected);

    public string OptionalMatching(string column, Regex form, string expected) => OptionalText(column).Length == 0 ? "" : Matching(column, form, expected);

    public double? OptionalNumber(string column)
    {
        var text = OptionalText(column);
        if (text.Length == 0) return null;
        // No exponent and no thousands: the decimals that stand in the file are those that were published.
        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Problem(column, "text that is not such a number", "a number as -1234.5, with a point as decimal mark");
    }

    public double Number(string column) => OptionalNumber(column) ?? throw Problem(column, "nothing", "a number");

    public long? OptionalCount(string column)
    {
        if (OptionalText(column).Length == 0) return null;
        return long.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : throw Problem(column, "text that is not such a number", "a whole number above 0");
    }

    /// <summary>How many digits stand behind the point.</summary>
    public int Decimals(string column) => OptionalText(column).IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? OptionalText(column).Length - point - 1 : 0;
}
