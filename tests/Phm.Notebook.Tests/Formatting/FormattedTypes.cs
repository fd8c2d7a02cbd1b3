namespace Phm.Notebook.Tests.Formatting;

/// <summary>As a library that knows no engine declares it: the name alone counts.</summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = [];

    public string[] JsonMimeTypes { get; set; } = [];
}

internal sealed class Source
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter("text/html", value => $"<b>{value.GetType().Name}</b>"),
        new Formatter("text/plain", value => "plain " + value.GetType().Name),
        new Formatter("image/svg+xml", _ => null),
        new Formatter("image/svg+xml", _ => "<svg/>"),
        new Formatter("application/vnd.test+json", _ => "{\"z\":1,\"a\":[]}"),
        new Formatter("image/none", _ => null),
        new Formatter("image/throws", _ => throw new InvalidOperationException("no ink")),
        new Formatter("application/vnd.broken+json", _ => "{"),
    ];
}

internal sealed class Formatter(string mimeType, Func<object, string?> write)
{
    public string MimeType => mimeType;

    public bool Format(object value, TextWriter writer)
    {
        if (write(value) is not { } text) return false;
        writer.Write(text);
        return true;
    }
}

[TypeFormatterSource(typeof(Source))]
public class Chart;

public class SpecialChart : Chart;

public class GenericChart<T> : Chart;

[TypeFormatterSource(typeof(Source), PreferredMimeTypes = ["text/plain", "image/svg+xml"])]
public struct Point;

[TypeFormatterSource(typeof(Source), PreferredMimeTypes = ["text/html", "text/plain"], JsonMimeTypes = ["application/vnd.test+json"])]
public class Plot;

[TypeFormatterSource(typeof(Source), PreferredMimeTypes = ["image/none", "text/plain"])]
public class FallsThrough;

[TypeFormatterSource(typeof(Source), PreferredMimeTypes = ["image/throws"])]
public class Throws;

[TypeFormatterSource(typeof(Source), PreferredMimeTypes = ["image/png"])]
public class Missing;

[TypeFormatterSource(typeof(Source), PreferredMimeTypes = ["text/plain"], JsonMimeTypes = ["application/vnd.broken+json"])]
public class BrokenJson;

[TypeFormatterSource(typeof(EmptySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public class OnlyDefaults
{
    public int A => 1;
}

internal sealed class EmptySource
{
    public IEnumerable<object> CreateTypeFormatters() => [];
}

[TypeFormatterSource(typeof(string))]
public class NotASource;

[TypeFormatterSource(typeof(Source), PreferredMimeTypes = ["text/plain"])]
public interface IShown;

public class ShownByInterface : IShown
{
    public int A => 1;
}
