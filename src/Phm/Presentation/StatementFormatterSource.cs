using System.Net;

namespace Phm.Presentation;

/// <summary>The formatters of every <see cref="Statement"/>, found by engines through <see cref="TypeFormatterSourceAttribute"/>.</summary>
internal sealed class StatementFormatterSource
{
    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<Statement>(MimeTypes.Html, statement => $"<span style=\"font-variant-numeric:tabular-nums\">{WebUtility.HtmlEncode(statement.ToString())}</span>"),
        new TypeFormatter<Statement>(MimeTypes.Text, statement => statement.ToString()),
    ];
}
