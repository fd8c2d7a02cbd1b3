namespace Phm.Presentation;

/// <summary>The formatters of <see cref="ResultTable"/>.</summary>
internal sealed class ResultTableFormatterSource
{
    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<ResultTable>(MimeTypes.Html, table => table.ToHtml()),
        new TypeFormatter<ResultTable>(MimeTypes.Text, table => table.ToString()),
    ];
}
