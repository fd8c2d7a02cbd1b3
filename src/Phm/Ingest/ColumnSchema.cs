namespace Phm.Ingest;

/// <summary>A column of a table of linked data.</summary>
/// <param name="Name">The heading in the file.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Meaning">What it means, for the data dictionary.</param>
public sealed record ColumnSchema(string Name, ColumnKind Kind, string Meaning)
{
    /// <summary>The longest code or name of linked data, in bytes of UTF-8.</summary>
    internal const int DefaultMaxLength = 64;

    /// <summary>Whether the file must have the column and every row a value in it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether the column is written only where a row has a value in it: data that never had it stay as they were, byte for byte.</summary>
    public bool OnlyWhereKnown { get; init; }

    /// <summary>Whether a time may follow the date, as in 2025-03-31 00:00:00; it is passed over.</summary>
    public bool AllowsTime { get; init; }

    /// <summary>The smallest number, for a column of numbers.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>The largest number, for a column of numbers.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>Whether only whole numbers may stand, for a column of numbers.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The longest text, in bytes of UTF-8 and so also in characters, for a column of text.</summary>
    public int MaxLength { get; init; } = DefaultMaxLength;

    /// <summary>The words that may stand, for a column of a closed set.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What a cell must look like, in words.</summary>
    public string Expected => Kind switch
    {
        ColumnKind.Date => "a date as YYYY-MM-DD between 1900-01-01 and 2079-06-06",
        ColumnKind.Number when IsWhole => FormattableString.Invariant($"a whole number between {Min} and {Max}"),
        ColumnKind.Number => FormattableString.Invariant($"a number between {Min} and {Max}, with a point as decimal mark"),
        ColumnKind.Whole => "a whole number",
        ColumnKind.YesNo => "0 or 1",
        ColumnKind.Word when Words.Count <= 12 => "one of " + string.Join(", ", Words),
        ColumnKind.Word => $"one of the {Words.Count} words that the data dictionary lists",
        _ => FormattableString.Invariant($"text of 1 to {MaxLength} bytes in UTF-8, without control characters"),
    };
}
