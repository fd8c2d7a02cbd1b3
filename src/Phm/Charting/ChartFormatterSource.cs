using Phm.Presentation;

namespace Phm.Charting;

/// <summary>The formatters of every <see cref="Chart"/>, found by engines through <see cref="TypeFormatterSourceAttribute"/>.</summary>
internal sealed class ChartFormatterSource
{
    /// <summary>
    /// One formatter a MIME type. HTML is not preferred, but engines ask for it where a chart stands inside a list or a record.
    /// </summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<Chart>(MimeTypes.Svg, chart => chart.ToSvg()),
        new TypeFormatter<Chart>(MimeTypes.Text, chart => chart.ToString()),
        new TypeFormatter<Chart>(MimeTypes.Html, chart => $"<figure style=\"margin:0\">\n{chart.ToSvg()}</figure>\n"),
        new TypeFormatter<Chart>(MimeTypes.Plotly, chart => chart.ToPlotly()),
    ];
}
