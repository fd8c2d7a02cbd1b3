using System.Text.Json.Nodes;
using Phm.Charting.Drawing;
using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting.Plotly;

/// <summary>
/// A Plotly figure as it is built: traces, axes and annotations, in an order that never changes. Words are escaped twice, once for
/// the markup that Plotly reads in any text and once for JSON.
/// </summary>
internal sealed class PlotlyFigure
{
    private const double TitleWidth = 620;
    private const double FootnoteWidth = 540;
    private const double WidestName = 230;
    private const double FootnoteLine = 16;

    private readonly Chart _chart;
    private readonly JsonArray _data = [];
    private readonly JsonArray _annotations = [];
    private readonly JsonArray _shapes = [];
    private readonly JsonObject _axes = [];

    private PlotlyFigure(Chart chart) => _chart = chart;

    /// <summary>Whether the names of the traces are listed.</summary>
    public bool ShowLegend { get; set; }

    /// <summary>How bars at one place are arranged.</summary>
    public string? BarMode { get; set; }

    /// <summary>The gap between bars as a share of their width.</summary>
    public double? BarGap { get; set; }

    /// <summary>Room between the title and the plot, in pixels, for names that stand there.</summary>
    public double Above { get; set; }

    /// <summary>The height of the plot in pixels.</summary>
    public double Height { get; set; } = 320;

    public static string Write(Chart chart)
    {
        var figure = new PlotlyFigure(chart);
        chart.Plot(figure);
        return figure.ToJson().ToJsonString();
    }

    /// <summary>Adds a trace.</summary>
    public void Add(JsonObject trace) => _data.Add((JsonNode)trace);

    /// <summary>Sets an axis: <c>xaxis</c>, <c>yaxis</c> and so on.</summary>
    public void Axis(string name, JsonObject axis) => _axes[name] = axis;

    /// <summary>Adds a line or rectangle.</summary>
    public void Shape(JsonObject shape) => _shapes.Add((JsonNode)shape);

    /// <summary>Marks a value that is not shown where it would stand. Positions along the edge are in shares of the axis, so none is a number.</summary>
    public void Mark(DisclosedValue value, string name, JsonNode x, JsonNode y, string xReference = "x", string yReference = "y", string anchor = "center")
    {
        if (value.IsShown) return;
        _annotations.Add((JsonNode)new JsonObject
        {
            ["x"] = x,
            ["y"] = y,
            ["xref"] = xReference,
            ["yref"] = yReference,
            ["xanchor"] = anchor,
            ["yanchor"] = yReference.EndsWith("domain", StringComparison.Ordinal) ? "bottom" : "middle",
            ["showarrow"] = false,
            ["text"] = value.ToString(),
            ["hovertext"] = Words($"{name}: {value} {(value.IsSuppressed ? ChartWords.Suppressed : ChartWords.Missing)}"),
            ["bgcolor"] = value.IsSuppressed ? ChartStyle.HatchLine : ChartStyle.Paper,
            ["bordercolor"] = value.IsSuppressed ? ChartStyle.HatchLine : ChartStyle.MissingOutline,
        });
    }

    /// <summary>A note within the plot.</summary>
    public void Label(string text, JsonNode x, JsonNode y, string xReference, string yReference, string xAnchor, string yAnchor) => _annotations.Add((JsonNode)new JsonObject
    {
        ["x"] = x,
        ["y"] = y,
        ["xref"] = xReference,
        ["yref"] = yReference,
        ["xanchor"] = xAnchor,
        ["yanchor"] = yAnchor,
        ["showarrow"] = false,
        ["text"] = Words(text),
    });

    /// <summary>Text that Plotly shows as it stands: neither as markup nor as a formula.</summary>
    public static string Words(string? text) => (text ?? "")
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("$", "&#36;", StringComparison.Ordinal);

    /// <summary>Numbers, null where a value is not shown.</summary>
    public static JsonArray Numbers(IEnumerable<DisclosedValue> values) => [.. values.Select(value => value.IsShown ? JsonValue.Create(value.Value) : null)];

    /// <summary>Numbers.</summary>
    public static JsonArray Numbers(IEnumerable<double> values) => [.. values.Select(value => JsonValue.Create(value))];

    /// <summary>Words that Plotly shows as they stand.</summary>
    public static JsonArray Texts(IEnumerable<string?> texts) => [.. texts.Select(text => JsonValue.Create(Words(text)))];

    /// <summary>
    /// An axis over named places 0, 1, 2…: names are never taken for numbers or dates, nor merged where they repeat. Names wider than
    /// the given number of pixels are broken into up to three lines.
    /// </summary>
    public static JsonObject Names(string? title, IReadOnlyList<string> names, bool fromTop = false, double widest = WidestName) => new()
    {
        ["title"] = AxisTitle(title),
        ["tickmode"] = "array",
        ["tickvals"] = Numbers(Enumerable.Range(0, names.Count).Select(k => (double)k)),
        ["ticktext"] = new JsonArray([.. names.Select(name => JsonValue.Create(Broken(TextWrap.Wrap(name, widest, TextStyle.Label, 3))))]),
        ["range"] = fromTop ? Numbers([names.Count - 0.5, -0.5]) : Numbers([-0.5, names.Count - 0.5]),
        ["automargin"] = true,
        ["showgrid"] = false,
        ["zeroline"] = false,
    };

    /// <summary>An axis over numbers, written as in the picture.</summary>
    public static JsonObject Scale(string? title, ColumnFormat format, bool fromZero = false) => new()
    {
        ["title"] = AxisTitle(title),
        ["tickprefix"] = TickPrefix(format),
        ["tickformat"] = TickFormat(format),
        ["rangemode"] = fromZero ? "tozero" : "normal",
        ["automargin"] = true,
        ["gridcolor"] = ChartStyle.Grid,
        ["zerolinecolor"] = ChartStyle.Axis,
    };

    /// <summary>The unit before a tick.</summary>
    public static string TickPrefix(ColumnFormat format) => format == ColumnFormat.Pounds ? "£" : "";

    /// <summary>The number of a tick, in the notation of d3-format. Percentages have the decimals that they need.</summary>
    public static string TickFormat(ColumnFormat format) => format switch
    {
        ColumnFormat.Percent => "~%",
        ColumnFormat.Text => "",
        _ => ",",
    };

    private static JsonObject AxisTitle(string? title) => new()
    {
        ["text"] = Words(title),
        ["font"] = new JsonObject { ["size"] = 13, ["color"] = ChartStyle.MutedInk },
        ["standoff"] = 8,
    };

    /// <summary>Lines of text as Plotly breaks them.</summary>
    private static string Broken(IEnumerable<string> lines) => string.Join("<br>", lines.Select(Words));

    private JsonObject ToJson() => new()
    {
        ["data"] = _data,
        ["layout"] = Layout(),
        ["config"] = new JsonObject { ["displaylogo"] = false, ["responsive"] = true },
    };

    private JsonObject Layout()
    {
        var title = TextWrap.Wrap(_chart.Title, TitleWidth, TextStyle.Title, 3);
        IReadOnlyList<string> subtitle = _chart.Subtitle is { } text ? TextWrap.Wrap(text, TitleWidth, TextStyle.Subtitle, 3) : [];
        var above = 24 + (title.Count * 24) + (subtitle.Count * 20) + (ShowLegend ? 34 : 16) + Above;
        var beneath = 66 + (AddFootnotes() * FootnoteLine);
        var small = subtitle.Count == 0 ? "" : $"<br><span style=\"font-size:14px\">{Broken(subtitle)}</span>";
        var layout = new JsonObject
        {
            ["title"] = new JsonObject
            {
                ["text"] = Broken(title) + small,
                ["font"] = new JsonObject { ["size"] = 18 },
                ["x"] = 0.02,
                ["xanchor"] = "left",
                ["y"] = 1,
                ["yanchor"] = "top",
                ["pad"] = new JsonObject { ["t"] = 18 },
            },
            ["meta"] = new JsonObject { ["description"] = _chart.Description },
            ["font"] = new JsonObject { ["family"] = ChartStyle.FontFamily.Replace("'", "", StringComparison.Ordinal), ["size"] = 13, ["color"] = ChartStyle.Ink },
            ["paper_bgcolor"] = ChartStyle.Paper,
            ["plot_bgcolor"] = ChartStyle.Paper,
            ["colorway"] = new JsonArray([.. Palette.Series.Select(colour => JsonValue.Create(colour))]),
            ["height"] = Height + above + beneath,
            ["margin"] = new JsonObject { ["t"] = above, ["b"] = beneath, ["l"] = 60, ["r"] = 24 },
            ["showlegend"] = ShowLegend,
            ["hovermode"] = "closest",
        };
        if (ShowLegend) layout["legend"] = new JsonObject { ["orientation"] = "h", ["y"] = 1, ["yanchor"] = "bottom", ["traceorder"] = "normal" };
        if (BarMode is not null) (layout["barmode"], layout["uniformtext"]) = (BarMode, new JsonObject { ["minsize"] = 12, ["mode"] = "hide" });
        if (BarGap is not null) layout["bargap"] = BarGap;
        foreach (var (name, axis) in _axes.ToList())
        {
            _axes.Remove(name);
            layout[name] = axis;
        }
        if (_shapes.Count > 0) layout["shapes"] = _shapes;
        if (_annotations.Count > 0) layout["annotations"] = _annotations;
        return layout;
    }

    /// <summary>The sentences beneath the picture. Gives the number of lines.</summary>
    private int AddFootnotes()
    {
        var lines = _chart.Footnotes(_chart.DrawnValues).SelectMany(note => TextWrap.Wrap(note, FootnoteWidth, TextStyle.Note, 6)).ToList();
        if (lines.Count == 0) return 0;
        _annotations.Add((JsonNode)new JsonObject
        {
            ["x"] = 0,
            ["y"] = 0,
            ["xref"] = "paper",
            ["yref"] = "paper",
            ["xanchor"] = "left",
            ["yanchor"] = "top",
            ["yshift"] = -58,
            ["align"] = "left",
            ["showarrow"] = false,
            ["font"] = new JsonObject { ["size"] = 12, ["color"] = ChartStyle.MutedInk },
            ["text"] = Broken(lines),
        });
        return lines.Count;
    }
}
