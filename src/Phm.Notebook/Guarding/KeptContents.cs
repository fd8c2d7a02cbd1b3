using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phm.Notebook.Documents;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Guarding;

/// <summary>Takes a cell apart into the contents that are looked at.</summary>
internal static class KeptContents
{
    public static IEnumerable<KeptContent> Of(NotebookCell cell)
    {
        yield return new("the source", cell.Kind == CellKind.Code ? ContentForm.Code : ContentForm.Markdown, cell.Source);
        foreach (var (name, bundle) in cell.Attachments ?? [])
        {
            yield return new("the name of an attachment", ContentForm.Text, name);
            foreach (var content in OfBundle("an attachment", bundle)) yield return content;
        }
        for (var i = 0; i < cell.Outputs.Count; i++)
        {
            if (cell.Outputs[i] is not JsonObject output) continue;
            var place = string.Create(CultureInfo.InvariantCulture, $"output {i + 1}");
            foreach (var content in OfOutput(place, output)) yield return content;
        }
    }

    private static IEnumerable<KeptContent> OfOutput(string place, JsonObject output)
    {
        foreach (var content in OfBundle(place, output["data"])) yield return content;
        if (output["text"] is { } text) yield return new($"{place} (stream)", ContentForm.Text, MultilineText.Read(text));
        foreach (var key in (string[])["ename", "evalue"])
        {
            if (output[key] is { } words) yield return new($"{place} (error message)", ContentForm.Text, MultilineText.Read(words));
        }
        if (output["traceback"] is JsonArray lines) yield return new($"{place} (traceback)", ContentForm.Text, string.Join('\n', lines.Select(MultilineText.Read)));
        if (output["metadata"] is JsonObject { Count: > 0 } metadata) yield return new($"{place} (metadata)", ContentForm.Json, "", metadata);
    }

    private static IEnumerable<KeptContent> OfBundle(string place, JsonNode? bundle)
    {
        if (bundle is not JsonObject contents) yield break;
        foreach (var (mimeType, node) in contents)
        {
            if (node is null) continue;
            // A type is named in a message only if it is spelt as types are; anything else there may be data.
            var named = $"{place} ({(IsPlainType(mimeType) ? mimeType : "unusual MIME type")})";
            yield return new($"{named}, MIME type", ContentForm.Text, mimeType);
            var type = mimeType.Split(';')[0].Trim().ToLowerInvariant();
            if (!MultilineText.IsText(node) || (node is JsonArray && MimeTypes.IsJson(type))) yield return new(named, ContentForm.Json, "", node);
            else if (!IsPicture(type)) yield return OfText(named, type, MultilineText.Read(node));
        }
    }

    private static KeptContent OfText(string place, string type, string text) => type switch
    {
        MimeTypes.Html or MimeTypes.Svg => new(place, ContentForm.Markup, text),
        MimeTypes.Markdown or MimeTypes.Latex => new(place, ContentForm.Markdown, text),
        // .NET Interactive keeps JSON as a string of it.
        _ when MimeTypes.IsJson(type) && TryParse(text) is { } json => new(place, ContentForm.Json, "", json),
        _ when type.EndsWith("xml", StringComparison.Ordinal) => new(place, ContentForm.Markup, text),
        _ => new(place, ContentForm.Text, text),
    };

    private static JsonNode? TryParse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsPicture(string type) => type != MimeTypes.Svg
        && (type.StartsWith("image/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal));

    private static bool IsPlainType(string type) => type.Length <= 60 && type.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '/' or '.' or '+' or '-');
}
