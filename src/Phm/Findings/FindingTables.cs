using Phm.Presentation;

namespace Phm.Findings;

/// <summary>Published figures as tables: one for readers, one for other tools.</summary>
internal static class FindingTables
{
    /// <summary>Said wherever a marked figure stands.</summary>
    private const string MarkNote = "[S] and [M] mark figures that are no established facts: seen only in a secondary source, or from memory and unconfirmed.";

    public static ResultTable ForReaders(string title, IReadOnlyList<PublishedFinding> figures)
    {
        var studies = Studies(figures);
        return new()
        {
            Title = title,
            Columns = [new("Outcome"), new("Measure"), new("Group"), new("Figure", ColumnFormat.Decimal3), new("Unit"), new("n", ColumnFormat.Count), new("Status"), new("Id")],
            Rows = [.. figures.Select(f => (TableCell[])[f.Outcome, f.Measure, f.Group, f.Figure, f.Unit, f.N is { } n ? n : "", f.Status.InWords(), f.Key])],
            RowHeadings = 3,
            Notes = [.. studies.Select(study => study.Source), .. Notes(figures), .. Marks(figures)],
        };
    }

    /// <summary>One column for everything that is held, empty where nothing is: for CSV.</summary>
    public static ResultTable ForTools(IReadOnlyList<PublishedFinding> figures) => new()
    {
        Title = "Published figures",
        Columns = [.. ((string[])["id", "study", "outcome", "measure", "group", "figure", "lower", "upper", "confidence", "unit", "n", "status", "status_in_words", "derivation", "qualifier", "citation", "doi", "note"]).Select(name => new TableColumn(name))],
        Rows = [.. figures.Select(ToolRow)],
    };

    /// <summary>What a reader must know of the figures and their studies, each sentence once.</summary>
    public static IEnumerable<string> Notes(IReadOnlyList<PublishedFinding> figures) =>
        [.. Studies(figures).Where(study => study.Note.Length > 0).Select(study => $"{study.Name}: {study.Note}"), .. NotesOfFigures(figures)];

    /// <summary>The sentence on marks, where a figure has one.</summary>
    public static IEnumerable<string> Marks(IEnumerable<PublishedFinding> figures) => figures.All(figure => figure.Status.AllowsVerdict()) ? [] : [MarkNote];

    public static IReadOnlyList<PublishedStudy> Studies(IEnumerable<PublishedFinding> figures) => [.. figures.Select(figure => figure.Study).Distinct()];

    /// <summary>A note that several figures share names the first and says how many more there are.</summary>
    private static IEnumerable<string> NotesOfFigures(IEnumerable<PublishedFinding> figures) =>
        from figure in figures
        where figure.Note.Length > 0
        group figure by figure.Note into sharing
        select $"{sharing.First().What}{sharing.Count() switch { 1 => "", var n => FormattableString.Invariant($" (and {n - 1} more)") }}: {sharing.Key}";

    private static TableCell[] ToolRow(PublishedFinding f) =>
    [
        f.Key, f.Study.Key, f.Outcome, f.Measure, f.Group, f.Value, Optional(f.Lower), Optional(f.Upper), Optional(f.Confidence), f.Unit, Optional(f.N), f.Status.Letter(), f.Status.InWords(), f.Derivation, f.Qualifier,
        f.Study.Citation, f.Study.Doi, f.Note,
    ];

    private static TableCell Optional(double? number) => number is { } value ? value : "";
}
