using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Phm.Notebook.Documents;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Pages;

/// <summary>A kept output as safe HTML, in the best of its MIME types that a static page can show.</summary>
internal static partial class OutputRenderer
{
    private const int LongestAlternative = 200;

    private static readonly string[] Images = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    public static string Render(JsonObject output, MarkupSource source, bool withPictureText = false) => NotebookMetadata.Text(output, "output_type") switch
    {
        "stream" => Stream(output),
        "error" => Error(output),
        _ => output["data"] is JsonObject data ? Block("output", Data(data, source, withPictureText)) : "",
    };

    private static string Stream(JsonObject output)
    {
        var style = NotebookMetadata.Text(output, "name") == "stderr" ? " class=\"stderr\"" : "";
        return Block("output", $"<pre{style}>{Plain(MultilineText.Read(output["text"]))}</pre>");
    }

    private static string Error(JsonObject output)
    {
        var lines = output["traceback"] is JsonArray { Count: > 0 } traceback ? traceback.Select(MultilineText.Read)
            : [$"{NotebookMetadata.Text(output, "ename")}: {NotebookMetadata.Text(output, "evalue")}"];
        return Block("output error", $"<pre>{Plain(string.Join('\n', lines))}</pre>", " role=\"group\" aria-label=\"Error\"");
    }

    private static string Data(JsonObject data, MarkupSource source, bool withPictureText)
    {
        if (Text(data, MimeTypes.Svg) is { } svg) return Figure(Named(MarkupSanitizer.Sanitize(svg, source), data), data, withPictureText);
        if (Text(data, MimeTypes.Html) is { } html && MarkupSanitizer.Sanitize(html, source) is var safe && !string.IsNullOrWhiteSpace(safe)) return safe;
        if (Text(data, MimeTypes.Markdown) is { } markdown) return MarkdownRenderer.Render(markdown, null, source);
        foreach (var type in Images)
            if (Text(data, type) is { } base64 && Base64().IsMatch(base64)) return Figure($"<img alt=\"{Alternative(data)}\" src=\"data:{type};base64,{base64.ReplaceLineEndings("")}\">", data, withPictureText);
        if (Text(data, MimeTypes.Latex) is { } latex) return $"<div class=\"math\">{WebUtility.HtmlEncode(latex)}</div>";
        if (Text(data, MimeTypes.Text) is { } text) return $"<pre>{Plain(text)}</pre>";
        if (data[MimeTypes.Json] is { } json) return $"<pre>{WebUtility.HtmlEncode(CanonicalJson.Write(json, new JsonLayout("  ", false)))}</pre>";
        return "<p class=\"note\">This output needs scripts and is not shown on a static page.</p>";
    }

    private static string? Text(JsonObject data, string type) => data[type] is { } node && MultilineText.IsText(node) ? MultilineText.Read(node) : null;

    /// <summary>The text beside a picture begins with its title; a chart's whole table would be no alternative that anyone listens to.</summary>
    private static string Alternative(JsonObject data)
    {
        var line = (Text(data, MimeTypes.Text) ?? "").Split('\n').Select(part => part.Trim()).FirstOrDefault(part => part.Length > 0) ?? "Picture";
        return WebUtility.HtmlEncode(line.Length > LongestAlternative ? line[..LongestAlternative] + "…" : line);
    }

    /// <summary>A drawing that does not say what it is takes its name from the text that was kept beside it.</summary>
    private static string Named(string svg, JsonObject data)
    {
        var start = SvgStart().Match(svg);
        if (!start.Success || start.Value.Contains(" role=", StringComparison.Ordinal)) return svg;
        var isNamed = start.Value.Contains(" aria-label", StringComparison.Ordinal) || svg.AsSpan(start.Length).TrimStart().StartsWith("<title", StringComparison.Ordinal);
        return svg.Insert("<svg".Length, isNamed ? " role=\"img\"" : $" role=\"img\" aria-label=\"{Alternative(data)}\"");
    }

    private static string Figure(string picture, JsonObject data, bool withText)
    {
        var text = withText && Text(data, MimeTypes.Text) is { } kept && kept.Contains('\n') ? $"\n<details><summary>This picture as text</summary><pre>{Plain(kept)}</pre></details>" : "";
        return $"<figure>{picture}{text}</figure>";
    }

    private static string Plain(string text) => WebUtility.HtmlEncode(Ansi().Replace(text.ReplaceLineEndings("\n"), "").TrimEnd('\n'));

    private static string Block(string style, string content, string attributes = "")
    {
        var html = new StringBuilder();
        return html.Append("<div class=\"").Append(style).Append('"').Append(attributes).Append('>').Append(content).Append("</div>\n").ToString();
    }

    [GeneratedRegex("^<svg[^>]*>")]
    private static partial Regex SvgStart();

    [GeneratedRegex(@"^[A-Za-z0-9+/=\s]+$")]
    private static partial Regex Base64();

    [GeneratedRegex(@"\x1B(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(\x07|\x1B\\)?|.)")]
    private static partial Regex Ansi();
}
