using Phm.Presentation;

namespace Phm.Populations;

/// <summary>The formatters of a <see cref="Person"/>, found by engines through <see cref="TypeFormatterSourceAttribute"/>: they tell nothing personal.</summary>
internal sealed class PersonFormatterSource
{
    /// <summary>What stands in place of a person, without a character that HTML would need to escape.</summary>
    public const string Words = "a person: shown only through results";

    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<Person>(MimeTypes.Html, _ => Words),
        new TypeFormatter<Person>(MimeTypes.Text, _ => Words),
    ];
}
