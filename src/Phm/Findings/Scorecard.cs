using Phm.Presentation;

namespace Phm.Findings;

/// <summary>
/// Published figures beside reproduced ones, each with its tolerance and a verdict. A figure that is no established fact (status S or M) is
/// marked and has none.
/// </summary>
public sealed record Scorecard : Result
{
    /// <summary>Said of data that were made, perhaps to match.</summary>
    private const string SyntheticNotice = "Synthetic data: a reproduced figure shows that the method recovers what was put in, not that the published finding is true.";

    private Scorecard(FindingList published, string data, bool isSynthetic, IReadOnlyList<ScorecardRow> rows) => (Published, Data, IsSynthetic, Rows) = (published, data, isSynthetic, rows);

    /// <summary>The published figures that were looked at.</summary>
    public FindingList Published { get; }

    /// <summary>What the figures were reproduced from.</summary>
    public string Data { get; }

    /// <summary>Whether the data are synthetic.</summary>
    public bool IsSynthetic { get; }

    /// <summary>One row a figure, in the order of the registry.</summary>
    public IReadOnlyList<ScorecardRow> Rows { get; }

    /// <summary>Whether there is a verdict on every figure, and every verdict is that it was reproduced.</summary>
    public bool IsReproduced => Rows.All(row => row.Verdict == ScorecardVerdict.Reproduced);

    /// <summary>
    /// The verdicts in sentences, as in "9 of 9 adjusted ratios lie within their published intervals.": one a measure and tolerance, and
    /// one on figures without a verdict.
    /// </summary>
    public string Summary => string.Join(' ', [.. SummariesOfMeasures(), .. SummaryOfOthers()]);

    /// <summary>The rows of a measure alone, as for a chart of <c>"adjusted ratio"</c>.</summary>
    /// <exception cref="ArgumentException">No figure is of such a measure; the message names the nearest ones.</exception>
    public Scorecard Of(string measure)
    {
        var published = Published.Of(measure);
        ScorecardRow[] rows = [.. Rows.Where(row => published.Figures.Contains(row.Published))];
        return rows.Length > 0 ? new(published, Data, IsSynthetic, rows) : throw NearestWords.NotFound("The scorecard has no measure", measure, nameof(measure), Rows.Select(row => row.Published.Measure).Distinct());
    }

    /// <summary>Published, reproduced, tolerance, verdict and status of each figure; the summary and, for synthetic data, what it does not show.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"{Published.Name}: published beside reproduced, {Data}",
        Columns = [new("Outcome"), new("Measure"), new("Group"), new("Published", ColumnFormat.Decimal3), new("Reproduced", ColumnFormat.Decimal3), new("Tolerance"), new("Verdict"), new("Status of the published figure")],
        Rows = [.. Rows.Select(Cells)],
        RowHeadings = 3,
        Notes =
        [
            Summary,
            .. IsSynthetic ? [SyntheticNotice] : Array.Empty<string>(),
            .. FindingTables.Marks(Figures),
            .. FindingTables.Notes(Figures),
            .. FindingTables.Studies(Figures).Select(study => study.Source),
        ],
    };

    internal static Scorecard Of(FindingList published, string data, bool isSynthetic, IEnumerable<ReproducedFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(figures);
        var reproduced = new Dictionary<string, ReproducedFigure>(StringComparer.Ordinal);
        var measures = new HashSet<string>(StringComparer.Ordinal);
        foreach (var figure in figures)
        {
            measures.Add(published.Find(figure.Key).Measure);
            if (!reproduced.TryAdd(figure.Key, figure)) throw new ArgumentException($"The figure '{figure.Key}' is given twice; a scorecard has each once.", nameof(figures));
        }
        if (reproduced.Count == 0) throw new ArgumentException("No reproduced figure is given; a scorecard needs at least one.", nameof(figures));
        return new(published, data, isSynthetic, [.. published.Figures.Where(figure => measures.Contains(figure.Measure)).Select(figure => new ScorecardRow(figure, reproduced.GetValueOrDefault(figure.Key)))]);
    }

    private PublishedFinding[] Figures => [.. Rows.Select(row => row.Published)];

    private static TableCell[] Cells(ScorecardRow row) =>
    [
        row.Published.Outcome, row.Published.Measure, row.Published.Group, row.Published.Figure, row.ReproducedInWords, row.Tolerance.Words, row.VerdictInWords, row.Published.Status.InWords(),
    ];

    private IEnumerable<string> SummariesOfMeasures() =>
        from row in Rows
        where row.Verdict != ScorecardVerdict.NotCompared
        group row by (row.Published.Measure, row.Tolerance) into compared
        let reproduced = compared.Count(row => row.Verdict == ScorecardVerdict.Reproduced)
        select compared.Count() == 1
            ? $"{reproduced} of 1 {compared.Key.Measure} {compared.Key.Tolerance.OfOne}."
            : FormattableString.Invariant($"{reproduced} of {compared.Count()} {Plural(compared.Key.Measure)} {compared.Key.Tolerance.OfSeveral}.");

    private IEnumerable<string> SummaryOfOthers()
    {
        ScorecardRow[] others = [.. Rows.Where(row => row.Verdict == ScorecardVerdict.NotCompared)];
        if (others.Length == 0) return [];
        var reasons = others.GroupBy(row => row.WhyNot).Select(group => FormattableString.Invariant($"{group.Count()} because {group.Key}"));
        return [FormattableString.Invariant($"{others.Length} {(others.Length == 1 ? "figure was" : "figures were")} not compared: {string.Join(", ", reasons)}.")];
    }

    private static string Plural(string measure) => measure.EndsWith('y') ? measure[..^1] + "ies" : measure.EndsWith('x') ? measure + "es" : measure + "s";
}
