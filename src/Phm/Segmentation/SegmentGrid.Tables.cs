using System.Globalization;
using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.Segmentation;

public sealed partial record SegmentGrid
{
    private static readonly GridMeasure[] Measures =
        [GridMeasure.People, GridMeasure.ShareOfPeople, GridMeasure.Spend, GridMeasure.SpendPerHead, GridMeasure.ShareOfSpend];

    /// <summary>The segments of the unit at all ages: people, share, spend, spend per head, share of spend.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"{Scheme.Name}, {Whom}, {Period}",
        Columns = [new("Segment"), .. Measures.Select(Column)],
        Rows = [.. Segments.Select((segment, s) => Row(segment, UnitNode, Nodes.AllAges, s)), Row("Everyone", UnitNode, Nodes.AllAges, Nodes.AllSegments)],
        TotalRows = [Segments.Count],
        Notes = RatioNotes,
    };

    /// <summary>One measure by age band and segment.</summary>
    public ResultTable Table(GridMeasure measure) => new()
    {
        Title = $"{Scheme.Name}, {Whom}, {Period}: {Name(measure).ToLowerInvariant()} by age and segment",
        Columns = [new("Age"), .. Segments.Append("Everyone").Select(segment => new TableColumn(segment, Format(measure)))],
        Rows =
        [
            .. AgeBands.Append("All ages").Select((band, age) => (TableCell[])
                [band, .. Enumerable.Range(0, Segments.Count + 1).Select(segment => (TableCell)Value(measure, UnitNode, age, segment))]),
        ],
        TotalRows = [AgeBands.Count],
        Notes = NotesOf(measure),
    };

    /// <summary>Spend per head of each segment by service.</summary>
    public ResultTable ByService() => new()
    {
        Title = $"{Scheme.Name}, {Whom}, {Period}: spend per head by service",
        Columns = [new("Segment"), .. Vocabulary<PointOfDelivery>.All.Select(point => new TableColumn(point.Name(), ColumnFormat.Pounds)), new("All services", ColumnFormat.Pounds)],
        Rows =
        [
            .. Segments.Append("Everyone").Select((name, segment) => (TableCell[])
            [
                name,
                .. Enumerable.Range(0, GridCounts.Services + 1).Select(service =>
                    (TableCell)Ratio(Nodes.Spend(UnitNode, Nodes.AllAges, segment, service), Nodes.People(UnitNode, Nodes.AllAges, segment))),
            ]),
        ],
        TotalRows = [Segments.Count],
        Notes = RatioNotes,
    };

    /// <summary>Every unit of a level, all segments and ages together.</summary>
    /// <exception cref="DisclosureException">The level is finer than the grid shows. See <see cref="DownTo"/>.</exception>
    public ResultTable By(Level level) => new()
    {
        Title = $"{Scheme.Name}, {_population.Name}, {Period}: every {level.ToString().ToLowerInvariant()}",
        Columns = [new(level.ToString()), .. Measures.Select(Column)],
        Rows =
        [
            .. ShownUnits(level).Select(unit => (TableCell[])[Nodes.Geography.Name(unit), .. Measures.Select(measure => (TableCell)OfEveryone(measure, unit))]),
            Row("Everyone", Nodes.Geography.Everyone, Nodes.AllAges, Nodes.AllSegments),
        ],
        TotalRows = [ShownUnits(level).Count()],
        Notes = RatioNotes,
    };

    /// <summary>One measure of every segment in every unit of a level.</summary>
    /// <exception cref="DisclosureException">The level is finer than the grid shows. See <see cref="DownTo"/>.</exception>
    public ResultTable By(Level level, GridMeasure measure) => new()
    {
        Title = $"{Scheme.Name}, {_population.Name}, {Period}: {Name(measure).ToLowerInvariant()} in every {level.ToString().ToLowerInvariant()}",
        Columns = [new(level.ToString()), .. Segments.Append("Everyone").Select(segment => new TableColumn(segment, Format(measure)))],
        Rows =
        [
            .. ShownUnits(level).Append(Nodes.Geography.Everyone).Select(unit => (TableCell[])
            [
                unit == Nodes.Geography.Everyone ? "Everyone" : Nodes.Geography.Name(unit),
                .. Enumerable.Range(0, Segments.Count + 1).Select(segment => (TableCell)Value(measure, unit, Nodes.AllAges, segment)),
            ]),
        ],
        TotalRows = [ShownUnits(level).Count()],
        Notes = NotesOf(measure),
    };

    /// <summary>
    /// Every cell of every unit of a level as one long table: people, share, spend by service, total, per head and share of spend. It is
    /// what goes to a spreadsheet, by <see cref="ResultTable.ToCsv"/>.
    /// </summary>
    /// <exception cref="DisclosureException">The level is finer, or the table more detailed, than the grid shows. See <see cref="DownTo"/> and <see cref="Detailed"/>.</exception>
    public ResultTable Cells(Level level) => new()
    {
        Title = $"{Scheme.Name}, {_population.Name}, {Period}: every cell of every {level.ToString().ToLowerInvariant()}",
        Columns =
        [
            new(level.ToString()), new("Age"), new("Segment"), Column(GridMeasure.People), Column(GridMeasure.ShareOfPeople),
            .. Vocabulary<PointOfDelivery>.All.Select(point => new TableColumn(point.Name(), ColumnFormat.Pounds)),
            Column(GridMeasure.Spend), Column(GridMeasure.SpendPerHead), Column(GridMeasure.ShareOfSpend),
        ],
        RowHeadings = 3,
        Rows =
        [
            .. from unit in ShownUnits(level)
               from age in Enumerable.Range(0, AgeBands.Count)
               from segment in Enumerable.Range(0, Segments.Count)
               select (TableCell[])
               [
                   Nodes.Geography.Name(unit), AgeBands[age], Segments[segment],
                   Value(GridMeasure.People, unit, age, segment), Value(GridMeasure.ShareOfPeople, unit, age, segment),
                   .. Enumerable.Range(0, GridCounts.Services).Select(service => (TableCell)Nodes.Spend(unit, age, segment, service)),
                   Value(GridMeasure.Spend, unit, age, segment), Value(GridMeasure.SpendPerHead, unit, age, segment), Value(GridMeasure.ShareOfSpend, unit, age, segment),
               ],
        ],
        Notes = RatioNotes,
    };

    /// <summary>
    /// How many people are in each segment for which reason. Where one reason of a segment holds few people, all its reasons are hidden: its
    /// total is shown elsewhere, so a single hidden reason would be what is left of it.
    /// </summary>
    public ResultTable Reasons()
    {
        RequireEveryone("The table of reasons");
        var segmentOfRule = Scheme.SegmentOfRule();
        var counts = _counts.Reasons.ToArray();
        var hidden = segmentOfRule.Select((segment, rule) => counts[rule] > 0
            && (Nodes.People(Nodes.Geography.Everyone, Nodes.AllAges, segment).IsSuppressed || counts.Where((count, other) => segmentOfRule[other] == segment && Policy.Suppresses(count)).Any())).ToArray();
        return new ResultTable
        {
            Title = $"{Scheme.Name}, {_population.Name}, {Period}: why people are where they are",
            Columns = [new("Segment"), new("Because the person"), new("People", ColumnFormat.Count)],
            RowHeadings = 2,
            Rows = [.. Scheme.Rules.Select((rule, r) => (TableCell[])[rule.Segment, rule.Because, Policy.Count(counts[r], hidden[r])])],
            Notes = Notes,
        };
    }

    /// <summary>How the measure is called.</summary>
    internal static string Name(GridMeasure measure) => measure switch
    {
        GridMeasure.People => "People",
        GridMeasure.ShareOfPeople => "Share of people",
        GridMeasure.Spend => "Spend",
        GridMeasure.SpendPerHead => "Spend per head",
        _ => "Share of spend",
    };

    /// <summary>How the measure is written.</summary>
    internal static ColumnFormat Format(GridMeasure measure) => measure switch
    {
        GridMeasure.People => ColumnFormat.Count,
        GridMeasure.ShareOfPeople or GridMeasure.ShareOfSpend => ColumnFormat.Percent,
        _ => ColumnFormat.Pounds,
    };

    /// <summary>What must stand beneath every table and chart of the grid.</summary>
    internal IReadOnlyList<string> Notes =>
    [
        $"Everyone alive and registered on any day of {Period}; age on {Period.First}, conditions and spend of the period.",
        .. Coverage.Length > 0 ? [Coverage] : Array.Empty<string>(),
        .. Scheme.Source.Length > 0 ? [Scheme.Source] : Array.Empty<string>(),
        Policy.Note,
    ];

    /// <summary>What must stand beneath a table of ratios: of a small cell they are less exact than they look.</summary>
    private IReadOnlyList<string> RatioNotes
    {
        get
        {
            // Half a step of rounding is a tenth of five steps.
            string[] small =
            [
                .. Policy.RoundTo > 1 ? (string[])[string.Create(CultureInfo.InvariantCulture, $"{5 * Policy.RoundTo:N0} people or fewer")] : [],
                .. Policy.RoundPoundsTo > 0 ? (string[])[string.Create(CultureInfo.InvariantCulture, $"£{5 * Policy.RoundPoundsTo:N0} or less")] : [],
            ];
            return small.Length == 0 ? Notes : [.. Notes, $"Shares and spend per head are ratios of the rounded numbers: rounding alone can move those of {string.Join(", or of ", small)}, by a tenth or more."];
        }
    }

    private IReadOnlyList<string> NotesOf(GridMeasure measure) => measure is GridMeasure.People or GridMeasure.Spend ? Notes : RatioNotes;

    /// <summary>How much of the period the data cover, where that is not all of it; empty otherwise.</summary>
    internal string Coverage => _population.RequireCovered(Period, $"'{Scheme.Name}'");

    private static TableColumn Column(GridMeasure measure) => new(Name(measure), Format(measure));

    private TableCell[] Row(string name, int unit, int age, int segment) =>
        [name, .. Measures.Select(measure => (TableCell)Value(measure, unit, age, segment))];

    /// <summary>A measure of a whole unit; shares are of everyone, not of the unit itself.</summary>
    private DisclosedValue OfEveryone(GridMeasure measure, int unit)
    {
        var everyone = Nodes.Geography.Everyone;
        return measure switch
        {
            GridMeasure.ShareOfPeople => Ratio(Value(GridMeasure.People, unit, Nodes.AllAges, Nodes.AllSegments), Value(GridMeasure.People, everyone, Nodes.AllAges, Nodes.AllSegments)),
            GridMeasure.ShareOfSpend => Ratio(Value(GridMeasure.Spend, unit, Nodes.AllAges, Nodes.AllSegments), Value(GridMeasure.Spend, everyone, Nodes.AllAges, Nodes.AllSegments)),
            _ => Value(measure, unit, Nodes.AllAges, Nodes.AllSegments),
        };
    }

    /// <summary>The units of a level; that of people without a practice only where there are such people.</summary>
    private IEnumerable<int> ShownUnits(Level level) => Nodes.Geography.NodesAt(level)
        .Where(unit => Nodes.Geography.Name(unit) != Geography.NotKnown || Nodes.People(unit, Nodes.AllAges, Nodes.AllSegments) is not { IsShown: true, Value: 0 });
}
