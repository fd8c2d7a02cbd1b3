using System.Net;
using Phm.Presentation;

namespace Phm.Populations;

/// <summary>The formatters of a <see cref="Population"/>: its name and what can be asked of it. How many people it has is a result, and a result passes the disclosure policy.</summary>
internal sealed class PopulationFormatterSource
{
    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<Population>(MimeTypes.Html, population => WebUtility.HtmlEncode(population.ToString())),
        new TypeFormatter<Population>(MimeTypes.Text, population => population.ToString()),
    ];
}
