using Phm.Presentation;

namespace Phm.Findings;

/// <summary>The formatters of <see cref="PublishedFinding"/>.</summary>
internal sealed class PublishedFindingFormatterSource
{
    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<PublishedFinding>(MimeTypes.Html, finding => finding.ToTable().ToHtml()),
        new TypeFormatter<PublishedFinding>(MimeTypes.Text, finding => finding.ToString()),
    ];
}
