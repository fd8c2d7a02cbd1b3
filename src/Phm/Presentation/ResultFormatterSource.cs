namespace Phm.Presentation;

/// <summary>The formatters of every <see cref="Result"/>, found by engines through <see cref="TypeFormatterSourceAttribute"/>.</summary>
internal sealed class ResultFormatterSource
{
    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<Result>(MimeTypes.Html, result => result.ToTable().ToHtml()),
        new TypeFormatter<Result>(MimeTypes.Text, result => result.ToTable().ToString()),
    ];
}
