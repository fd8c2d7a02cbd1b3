using System.Text.Json.Nodes;
using Phm.Notebook.Documents;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Verification;

/// <summary>Compares one output's MIME types, each by its own rules.</summary>
internal sealed class BundleComparison
{
    private const string Widget = "application/vnd.jupyter.widget-view+json";

    private readonly DifferenceList differences;
    private readonly TextComparison texts;
    private readonly JsonComparison json;
    private readonly MarkupComparison markup;

    public BundleComparison(Tolerance tolerance, DifferenceList differences)
    {
        this.differences = differences;
        texts = new TextComparison(tolerance, differences);
        json = new JsonComparison(tolerance, differences, texts);
        markup = new MarkupComparison(differences, texts);
    }

    public void CompareText(string kept, string obtained, string place) => texts.Compare(kept, obtained, NumberNotation.Prose, () => place);

    public void CompareMetadata(JsonObject kept, JsonObject obtained) => json.Compare(kept, obtained, JsonPlace.Root.Member("metadata"));

    public void Compare(JsonObject kept, JsonObject obtained)
    {
        foreach (var (type, value) in kept)
        {
            differences.MimeType = MarkedExcerpt.Name(type, 80);
            if (obtained.TryGetPropertyValue(type, out var other)) CompareType(type.Split(';')[0].Trim().ToLowerInvariant(), value, other);
            else differences.Add(Verdict.Extra, () => new("The run does not give the output in this form.", "", Excerpt(value)));
            differences.Remark = null;
        }
        foreach (var (type, value) in obtained)
        {
            differences.MimeType = MarkedExcerpt.Name(type, 80);
            if (!kept.ContainsKey(type)) differences.Add(Verdict.Missing, () => new("The run gives the output in a form that the notebook has not kept.", "", "", Excerpt(value)));
        }
        differences.MimeType = null;
    }

    private void CompareType(string type, JsonNode? kept, JsonNode? obtained)
    {
        if (MimeTypes.IsJson(type)) CompareJson(type, kept, obtained);
        else if (!MultilineText.IsText(kept) || !MultilineText.IsText(obtained)) json.Compare(kept, obtained, JsonPlace.Root);
        else CompareTexts(type, MultilineText.Read(kept), MultilineText.Read(obtained));
    }

    private void CompareTexts(string type, string kept, string obtained)
    {
        if (kept == obtained) return;
        if (type == MimeTypes.Html) CompareMarkup(kept, obtained, HtmlTree.Read);
        else if (type == MimeTypes.Svg) CompareMarkup(kept, obtained, SvgTree.Read);
        else if (type is MimeTypes.Text or MimeTypes.Markdown) texts.Compare(kept, obtained, NumberNotation.Prose, Places.None);
        else if (IsBinary(type)) BinaryComparison.Compare(kept, obtained, differences);
        else ExactText.Compare(kept, obtained, differences, Places.None);
    }

    private void CompareJson(string type, JsonNode? kept, JsonNode? obtained)
    {
        if (type == Widget)
        {
            if (JsonStrings.Write(kept) != JsonStrings.Write(obtained)) differences.Add(Verdict.Unverifiable, () => new("A widget's state is not part of the notebook.", "", JsonExcerpt.Of(kept), JsonExcerpt.Of(obtained)));
            return;
        }
        var (a, b) = (JsonStrings.Unwrap(kept, out var keptRemark), JsonStrings.Unwrap(obtained, out var obtainedRemark));
        differences.Remark = keptRemark ?? obtainedRemark;
        json.Compare(a, b, JsonPlace.Root);
    }

    private void CompareMarkup(string kept, string obtained, Func<string, MarkupNode> read)
    {
        try
        {
            markup.Compare(read(kept), read(obtained));
        }
        catch (MarkupException e)
        {
            ExactText.Compare(kept, obtained, differences, Places.None, e.Message);
        }
    }

    private static bool IsBinary(string type) =>
        type.StartsWith("image/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal)
        || type is "application/pdf" or "application/octet-stream" or "application/zip";

    private static string Excerpt(JsonNode? value) => MultilineText.IsText(value) ? MarkedExcerpt.Of(MultilineText.Read(value)) : JsonExcerpt.Of(value);
}
