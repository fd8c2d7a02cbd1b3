using System.Globalization;
using Phm.Disclosure;

namespace Phm.Presentation;

/// <summary>A column of a <see cref="ResultTable"/>: its heading and how its cells are written.</summary>
/// <param name="Heading">The heading, with the unit where the format does not carry it.</param>
/// <param name="Format">How the cells are written.</param>
public sealed record TableColumn(string Heading, ColumnFormat Format = ColumnFormat.Text)
{
    /// <summary>Numbers stand to the right, words to the left.</summary>
    public bool IsNumeric => Format != ColumnFormat.Text;

    /// <summary>A number as it is printed for a reader.</summary>
    public string Print(DisclosedValue value) => value.IsShown ? PrintShown(value.Value) : value.ToString();

    /// <summary>The heading on one line and bounded.</summary>
    internal string PrintHeading() => CleanText.Of(Heading, CleanText.MaxCell);

    private string PrintShown(double value)
    {
        if (Format == ColumnFormat.Significant) return NumberText.Significant(value);
        if (Format == ColumnFormat.PValue) return NumberText.PValue(value);
        var (pattern, unit) = Format switch
        {
            ColumnFormat.Count => ("#,##0", ""),
            ColumnFormat.Decimal1 => ("#,##0.0", ""),
            ColumnFormat.Decimal2 => ("#,##0.00", ""),
            ColumnFormat.Decimal3 => ("#,##0.000", ""),
            ColumnFormat.Percent => ("#,##0.0", "%"),
            ColumnFormat.Pounds => ("#,##0", "£"),
            _ => ("G15", ""),
        };
        var text = (unit == "%" ? value * 100 : value).ToString(pattern, CultureInfo.InvariantCulture);
        if (text.StartsWith('-') && !text.AsSpan().ContainsAnyInRange('1', '9')) text = text[1..];
        return unit switch
        {
            "%" => text + "%",
            "£" => text.StartsWith('-') ? "-£" + text[1..] : "£" + text,
            _ => text,
        };
    }
}
