using Phm.Charting.Drawing;
using Phm.Charting.Plotly;
using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting;

/// <summary>
/// A picture of numbers that have passed disclosure control, immutable, which shows itself as static SVG, as a Plotly figure and as
/// a table. Suppressed numbers are drawn hatched with <c>[c]</c>, missing ones outlined with <c>[x]</c>, and a zero is a zero.
/// </summary>
/// <remarks>
/// Build one by the factory methods (<see cref="Bar(string, IEnumerable{Charting.Bar}, string?, string?, ColumnFormat?, string?)"/>
/// and its neighbours) and change how it reads by <c>chart with { Subtitle = "…" }</c>. Labels are cut to 120 characters and
/// sentences to 600; control characters in them become spaces.
/// </remarks>
[TypeFormatterSource(typeof(ChartFormatterSource), PreferredMimeTypes = [MimeTypes.Svg, MimeTypes.Text], JsonMimeTypes = [MimeTypes.Plotly])]
public abstract partial record Chart
{
    private readonly string? _description;

    private protected Chart(string title) => Title = title;

    /// <summary>What the chart shows, with population and period.</summary>
    /// <exception cref="ArgumentException">The title is empty.</exception>
    public string Title { get; init => field = ChartText.Required(value, "title"); }

    /// <summary>A second line beneath the title, such as the period or the definition of the measure.</summary>
    public string? Subtitle { get; init => field = ChartText.Optional(value); }

    /// <summary>The title of the horizontal axis, with its unit.</summary>
    public string? XTitle { get; init => field = ChartText.Optional(value); }

    /// <summary>The title of the vertical axis, with its unit. It stands level above the axis.</summary>
    public string? YTitle { get; init => field = ChartText.Optional(value); }

    /// <summary>
    /// How values are written. Null chooses from the data: whole numbers as counts, others with as many decimals as their size needs.
    /// </summary>
    public ColumnFormat? Format { get; init; }

    /// <summary>Where the numbers come from, written beneath the chart after "Source:".</summary>
    public string? Source { get; init => field = ChartText.Optional(value); }

    /// <summary>Limits and disclosure, written beneath the chart.</summary>
    public string? Note { get; init => field = ChartText.Optional(value); }

    /// <summary>
    /// The chart in words for readers who do not see it. By default it is written from the data: kind, size, highest and lowest
    /// value, and how many values are not shown.
    /// </summary>
    public string Description { get => _description ?? Describe(); init => _description = ChartText.Optional(value); }

    /// <summary>The chart as a self-contained SVG picture 760 units wide, without scripts; the same data give the same bytes.</summary>
    public string ToSvg() => ChartPage.Draw(this);

    /// <summary>
    /// The chart as a Plotly figure: a JSON object with <c>data</c>, <c>layout</c> and <c>config</c>. Numbers that are not shown are null and
    /// carry their mark as an annotation.
    /// </summary>
    public string ToPlotly() => PlotlyFigure.Write(this);

    /// <summary>The numbers behind the chart as a table.</summary>
    public abstract ResultTable ToTable();

    /// <summary>The numbers behind the chart as CSV. See <see cref="ResultTable.ToCsv"/>.</summary>
    public string ToCsv() => ToTable().ToCsv();

    /// <summary>The numbers behind the chart as a plain text table.</summary>
    public sealed override string ToString() => ToTable().ToString();

    /// <summary>The values that the chart draws.</summary>
    internal abstract IEnumerable<DisclosedValue> Values { get; }

    /// <summary>The values of which a mark may be seen in the picture.</summary>
    internal virtual IEnumerable<DisclosedValue> DrawnValues => Values;

    /// <summary>Draws what lies between the header and the notes. Gives the lower edge of what was drawn.</summary>
    internal abstract double Draw(SvgCanvas canvas, double top);

    /// <summary>Adds the traces and axes of a Plotly figure.</summary>
    internal abstract void Plot(PlotlyFigure figure);

    /// <summary>The default of <see cref="Description"/>.</summary>
    private protected abstract string Describe();

    /// <summary>The format in force.</summary>
    internal ColumnFormat ValueFormat => Format ?? ValueFormats.Choose(Values);

    /// <summary>A value as the reader sees it, or its mark.</summary>
    internal string Print(DisclosedValue value) => new TableColumn("", ValueFormat).Print(value);

    /// <summary>Sentences beneath a table or a figure: note, explanation of marks, source.</summary>
    internal IReadOnlyList<string> Footnotes(IEnumerable<DisclosedValue> values)
    {
        var marks = values.Select(value => value.State).ToHashSet();
        List<string?> notes =
        [
            marks.Contains(DisclosureState.Suppressed) ? $"{DisclosedValue.SuppressedMark} {ChartWords.Suppressed}." : null,
            marks.Contains(DisclosureState.Missing) ? $"{DisclosedValue.MissingMark} {ChartWords.Missing}." : null,
            Note,
            Source is null ? null : $"Source: {Source}",
        ];
        return [.. notes.OfType<string>()];
    }

    /// <summary>A table of the chart's rows with its title and footnotes.</summary>
    private protected ResultTable Table(IReadOnlyList<TableColumn> columns, IReadOnlyList<IReadOnlyList<TableCell>> rows, int headings = 1) => new()
    {
        Title = Subtitle is null ? Title : $"{Title}. {Subtitle}",
        Columns = columns,
        Rows = rows,
        RowHeadings = headings,
        Notes = Footnotes(rows.SelectMany(row => row).Where(cell => cell.Text is null).Select(cell => cell.Number)),
    };
}
