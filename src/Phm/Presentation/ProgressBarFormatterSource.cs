namespace Phm.Presentation;

/// <summary>The formatters of <see cref="ProgressBar"/>.</summary>
internal sealed class ProgressBarFormatterSource
{
    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<ProgressBar>(MimeTypes.Html, progress => progress.ToHtml()),
        new TypeFormatter<ProgressBar>(MimeTypes.Text, progress => progress.ToString()),
    ];
}
