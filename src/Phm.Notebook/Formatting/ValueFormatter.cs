using System.Collections;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Formatting;

/// <summary>Turns any value into what a notebook shows of it: by formatters that its type brings along, else by defaults.</summary>
internal sealed class ValueFormatter
{
    private const int TableRows = 100;
    private static readonly string[] Rich = [MimeTypes.Html, MimeTypes.Text];
    private static readonly string[] Plain = [MimeTypes.Text];

    private readonly FormatterConvention convention = new();
    private readonly MemberDirectory members = new();

    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The MIME types asked for; none for those that the type prefers.</param>
    /// <exception cref="FormatterException">The type's own formatter failed, or it has none for a type that it prefers.</exception>
    public MimeBundle Format(object? value, IReadOnlyList<string> mimeTypes)
    {
        var own = value is null ? null : convention.Find(value.GetType());
        if (mimeTypes.Count == 0) mimeTypes = own?.MimeTypes ?? DefaultTypes(value);
        var contents = new List<MimeContent>(mimeTypes.Count);
        foreach (var mimeType in mimeTypes)
            if (TryFormat(value, own, mimeType) is { } text) contents.Add(new MimeContent(mimeType, text));
        if (contents.Count == 0) contents.Add(new MimeContent(MimeTypes.Text, Default(value, MimeTypes.Text)!));
        return new MimeBundle(contents);
    }

    /// <summary>A sequence as a table, whatever its elements are.</summary>
    public MimeBundle FormatTable(IEnumerable source) => new(
    [
        new MimeContent(MimeTypes.Html, new HtmlValueWriter(convention, members).WriteTable(source, TableRows)),
        new MimeContent(MimeTypes.Text, new TextValueWriter(members).Write(source, TableRows)),
    ]);

    private static string[] DefaultTypes(object? value) => Scalar.TryFormat(value) is not null ? Plain : Rich;

    /// <summary>Null where the type's formatter left the value to others and there is no default.</summary>
    private string? TryFormat(object? value, TypeFormatters? own, string mimeType)
    {
        if (own is not null && own.TryFormat(value!, mimeType) is { } text) return text;
        if (Default(value, mimeType) is { } shown) return shown;
        if (own is not null && own.Has(mimeType)) return null;
        throw new FormatterException(own is null
            ? $"There is no formatter that writes a value of this type as {mimeType}."
            : $"{own.TypeName} is to be shown as {mimeType}, but its formatter source creates no formatter for that type.");
    }

    private string? Default(object? value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => new HtmlValueWriter(convention, members).Write(value),
        MimeTypes.Text => new TextValueWriter(members).Write(value),
        MimeTypes.Json => JsonValueWriter.Write(value),
        // A text asked to be shown as a picture is one: SVG, or the base64 of its bytes.
        _ when value is string text && (mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType.StartsWith("image/", StringComparison.Ordinal)) => text,
        _ => null,
    };
}
