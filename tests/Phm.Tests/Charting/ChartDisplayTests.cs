using System.Reflection;
using System.Text.Json;
using Phm.Charting;

namespace Phm.Tests.Charting;

/// <summary>Engines find out by reflection how a chart is shown; nothing here refers to the types of the convention.</summary>
public sealed class ChartDisplayTests
{
    private static readonly Chart Sample = Chart.Bar("Beds", ["A"], [3]);

    [Fact]
    public void Every_kind_of_chart_is_shown_as_picture_and_text_and_offered_as_a_Plotly_figure()
    {
        var kinds = typeof(Chart).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Chart))).ToList();
        Assert.Equal(8, kinds.Count);
        foreach (var kind in kinds)
        {
            Assert.Equal(["image/svg+xml", "text/plain"], Convention<string[]>(kind, "PreferredMimeTypes"));
            Assert.Equal(["application/vnd.plotly.v1+json"], Convention<string[]>(kind, "JsonMimeTypes"));
        }
    }

    [Fact]
    public void Every_promised_type_has_a_formatter_and_HTML_too()
    {
        var formats = Formats();
        Assert.Equal(["application/vnd.plotly.v1+json", "image/svg+xml", "text/html", "text/plain"], formats.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("<svg ", formats["image/svg+xml"], StringComparison.Ordinal);
        Assert.StartsWith("<figure style=\"margin:0\">\n<svg ", formats["text/html"], StringComparison.Ordinal);
        Assert.Equal(Sample.ToTable().ToString(), formats["text/plain"]);
        using var figure = JsonDocument.Parse(formats["application/vnd.plotly.v1+json"]);
        Assert.Equal(["data", "layout", "config"], figure.RootElement.EnumerateObject().Select(property => property.Name));
    }

    private static T Convention<T>(Type type, string property)
    {
        var attribute = type.GetCustomAttributes(inherit: true).Single(candidate => candidate.GetType().Name == "TypeFormatterSourceAttribute");
        return (T)attribute.GetType().GetProperty(property)!.GetValue(attribute)!;
    }

    private static Dictionary<string, string> Formats()
    {
        var source = Activator.CreateInstance(Convention<Type>(typeof(BarChart), "FormatterSourceType"))!;
        var formatters = (IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        return formatters.ToDictionary(
            formatter => (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!,
            formatter =>
            {
                var writer = new StringWriter();
                Assert.Equal(true, formatter.GetType().GetMethod("Format", BindingFlags.Public | BindingFlags.Instance)!.Invoke(formatter, [Sample, writer]));
                return writer.ToString();
            });
    }
}
