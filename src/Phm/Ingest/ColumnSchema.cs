namespace Phm.Ingest;

/// <summary>A column of a table of linked data.</summary>
/// <param name="Name">The heading in the file.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Meaning">What it means, for the data dictionary.</param>
public sealed record ColumnSchema(string Name, ColumnKind Kind, string Meaning)
{
    /// <summary>Whether the file must have the column and every row a value in it.</summary>
    public bool Required { get; init; }

    /// <summary>The smallest number, for a column of numbers.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>The largest number, for a column of numbers.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>The words that may stand, for a column of a closed set.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What a cell must look like, in words.</summary>
    public string Expected => Kind switch
    {
        ColumnKind.Date => "a date as YYYY-MM-DD between 1900-01-01 and 2079-06-05",
        ColumnKind.Number => FormattableString.Invariant($"a number between {Min} and {Max}, with a point as decimal mark"),
        ColumnKind.YesNo => "0 or 1",
        ColumnKind.Word when Words.Count <= 12 => "one of " + string.Join(", ", Words),
        ColumnKind.Word => $"one of the {Words.Count} words that the data dictionary lists",
        _ => "text of 1 to 64 characters",
    };
}
