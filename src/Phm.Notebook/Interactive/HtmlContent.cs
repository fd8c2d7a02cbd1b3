using Phm.Notebook.Formatting;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Interactive;

/// <summary>An HTML fragment that shows itself as it is.</summary>
[TypeFormatterSource(typeof(FormatterSource))]
public sealed class HtmlContent
{
    internal HtmlContent(string html) => Html = html ?? "";

    /// <summary>The fragment.</summary>
    public string Html { get; }

    /// <summary>The fragment.</summary>
    public override string ToString() => Html;

    internal sealed class FormatterSource
    {
        public IEnumerable<object> CreateTypeFormatters() => [new Formatter()];
    }

    private sealed class Formatter
    {
        public string MimeType => MimeTypes.Html;

        public bool Format(object value, TextWriter writer)
        {
            if (value is not HtmlContent content) return false;
            writer.Write(content.Html);
            return true;
        }
    }
}
