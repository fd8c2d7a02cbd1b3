using Phm.Disclosure;

namespace Phm.Presentation;

/// <summary>A cell of a <see cref="ResultTable"/>: words, or a number as it may be shown.</summary>
public readonly record struct TableCell
{
    private readonly string? _printed;

    private TableCell(string? text, DisclosedValue number, string? printed = null) => (Text, Number, _printed) = (text, number, printed);

    /// <summary>The words, or null where the cell holds a number.</summary>
    public string? Text { get; }

    /// <summary>The number, where <see cref="Text"/> is null.</summary>
    public DisclosedValue Number { get; }

    /// <summary>A cell of words.</summary>
    public static implicit operator TableCell(string text) => new(text, default);

    /// <summary>A cell with a number that needs no disclosure control, such as a threshold or a share of rows.</summary>
    public static implicit operator TableCell(double number) => new(null, DisclosedValue.Of(number));

    /// <summary>A cell with a number that has passed disclosure control.</summary>
    public static implicit operator TableCell(DisclosedValue number) => new(null, number);

    /// <summary>A number that has passed disclosure control, with so many decimals instead of those of its column: a column of ratios may hold wide ones and narrow ones.</summary>
    internal static TableCell WithDecimals(DisclosedValue number, int decimals) => new(null, number, number.IsShown ? NumberText.WithDecimals(number.Value, decimals) : null);

    /// <summary>Words of which a reader sees no more than so many characters. CSV has them all, and cells that are cut to the same words stay different.</summary>
    internal static TableCell Cut(string words, int longest) => new(CleanText.Of(words, int.MaxValue), default, CleanText.Of(words, longest));

    /// <summary>The cell as it is printed under a column: words on one line and bounded, numbers in the column's format.</summary>
    public string Print(TableColumn column) => _printed is not null ? _printed : Text is null ? column.Print(Number) : CleanText.Of(Text, CleanText.MaxCell);
}
