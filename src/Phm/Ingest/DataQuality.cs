using System.Globalization;
using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.Ingest;

/// <summary>How good imported data are: rows read, kept and rejected by reason, completeness of columns, and what looks wrong.</summary>
/// <param name="Source">The name of the folder that the data came from.</param>
/// <param name="People">How many people were imported.</param>
/// <param name="Covered">From the first to the last day of activity, or null where there is none.</param>
/// <param name="Tables">What became of the rows of each file.</param>
/// <param name="Findings">What looks wrong.</param>
public sealed record DataQuality(string Source, long People, Period? Covered, IReadOnlyList<TableReport> Tables, IReadOnlyList<QualityFinding> Findings) : Result
{
    /// <summary>The policy by which counts of people and of their rows are shown.</summary>
    public DisclosurePolicy Policy { get; init; } = DisclosurePolicy.Default;

    /// <summary>Tables whose rows are places and codes, not people and what happened to them: their numbers need no protection.</summary>
    private static readonly string[] NotAboutPeople = ["practices", "care_site", "concept"];

    /// <summary>Rows read, kept, left out and rejected in each table, under the policy: a row may be a person, or a death.</summary>
    public ResultTable Rows => new()
    {
        Title = $"Rows of '{Source}'",
        Columns = [new("Table"), new("Rows read", ColumnFormat.Count), new("Rows kept", ColumnFormat.Count), new("Left out", ColumnFormat.Count), new("Rejected", ColumnFormat.Count)],
        Rows = [.. Tables.Select(t => (TableCell[])[t.Table, Shown(t, t.RowsRead), Shown(t, t.RowsKept), Shown(t, t.LeftOut.Values.Sum()), Shown(t, t.Rejected.Values.Sum())])],
        Notes = [CoveredNote, Policy.Note],
    };

    /// <summary>Well-formed rows that have no place in the product, by table and reason.</summary>
    public ResultTable LeftOut => new()
    {
        Title = $"Rows of '{Source}' that were left out",
        Columns = [new("Table"), new("Reason"), new("Rows", ColumnFormat.Count)],
        Rows = [.. Tables.SelectMany(t => t.LeftOut.Select(reason => (TableCell[])[t.Table, reason.Key, Shown(t, reason.Value)]))],
        RowHeadings = 2,
        Notes = Tables.All(t => t.LeftOut.Count == 0) ? ["No row was left out."] : ["Nothing is wrong with these rows; what they say is not held.", Policy.Note],
    };

    /// <summary>Rejected rows by table and reason.</summary>
    public ResultTable Rejections => new()
    {
        Title = $"Rejected rows of '{Source}'",
        Columns = [new("Table"), new("Reason"), new("Rows", ColumnFormat.Count)],
        Rows = [.. Tables.SelectMany(t => t.Rejected.Select(reason => (TableCell[])[t.Table, reason.Key, Shown(t, reason.Value)]))],
        Notes = Tables.All(t => t.Rejected.Count == 0) ? ["No row was rejected."] : [Policy.Note],
    };

    /// <summary>
    /// The share of kept rows that have a value, by table and column, worked out from numbers as shown; suppressed where few rows have a
    /// value, or few have none.
    /// </summary>
    public ResultTable Completeness => new()
    {
        Title = $"Completeness of '{Source}'",
        Columns = [new("Table"), new("Column"), new("Filled", ColumnFormat.Percent)],
        Rows = [.. Tables.SelectMany(t => t.Filled.Select(column => (TableCell[])[t.Table, column.Column, Share(t, column.Filled)]))],
        RowHeadings = 2,
        Notes = ["Empty is often right: most people have no death date, most contacts no last day.", Policy.Note],
    };

    /// <summary>The rows of each table, then what looks wrong.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"Data quality of '{Source}': what looks wrong among {Print(Policy.Count(People))} people",
        Columns = [new("Table"), new("Check"), new("Rows", ColumnFormat.Count), new("People", ColumnFormat.Count), new("What it can do")],
        Rows = [.. Findings.Select(f => (TableCell[])[f.Table, f.Check, Policy.Count(f.Rows), Policy.Count(f.People), f.Meaning])],
        RowHeadings = 2,
        Notes =
        [
            $"{Print(Policy.Count(Tables.Sum(t => t.RowsRead)))} rows read, {Print(Policy.Count(Tables.Sum(t => t.RowsKept)))} kept. {CoveredNote}",
            "Rows found here were kept: whether to use them is the analyst's choice.",
            Policy.Note,
        ],
    };

    /// <summary>The months in which activity begins and ends; a day may be that of one person's contact.</summary>
    private string CoveredNote => Covered is not { } period ? "There is no activity."
        : Policy.Suppresses(People) || Tables.Any(t => t.Table is "activity" or "visit_occurrence" && Policy.Suppresses(t.RowsKept)) ? "The months of activity are not shown, because there is little of it."
        : string.Create(CultureInfo.InvariantCulture, $"Activity runs from {period.First.Date:yyyy-MM} to {period.Last.Date:yyyy-MM}.");

    private DisclosedValue Shown(TableReport table, long rows) => NotAboutPeople.Contains(table.Table) ? DisclosedValue.Of(rows) : Policy.Count(rows);

    private DisclosedValue Share(TableReport table, long filled) =>
        !NotAboutPeople.Contains(table.Table) && Policy.Suppresses(table.RowsKept - filled)
            ? DisclosedValue.Suppressed
            : DisclosedValue.Combine(Shown(table, filled), Shown(table, table.RowsKept), (part, whole) => whole == 0 ? double.NaN : part / whole);

    private static string Print(DisclosedValue count) => new TableColumn("", ColumnFormat.Count).Print(count);
}
