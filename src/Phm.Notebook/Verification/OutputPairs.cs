using System.Text.Json.Nodes;

namespace Phm.Notebook.Verification;

/// <summary>Compares outputs that belong together, and says what an output without a partner means.</summary>
internal sealed class OutputPairs(OutputParts kept, OutputParts obtained, DifferenceList differences, Tolerance tolerance)
{
    private readonly BundleComparison bundles = new(tolerance, differences);

    public void Compare(int? k, int? o)
    {
        differences.Output = k is { } keptPart ? kept.Index(keptPart) : obtained.Index(o!.Value);
        if (k is { } left && o is { } right) Compare(kept[left], obtained[right]);
        else if (k is { } lost) AddLost(kept[lost]);
        else if (o is { } added) AddAdded(obtained[added]);
        differences.MimeType = null;
        differences.Output = null;
    }

    private void Compare(JsonObject a, JsonObject b)
    {
        var (type, otherType) = (OutputParts.Type(a), OutputParts.Type(b));
        if (type != otherType) differences.Add(Verdict.Changed, () => new("The output is of another type.", "output_type", MarkedExcerpt.Of(type), MarkedExcerpt.Of(otherType)));
        if (type == "stream") bundles.CompareText(OutputParts.Text(a, "text"), OutputParts.Text(b, "text"), "");
        else if (type == "error") CompareErrors(a, b);
        else if (a["data"] is JsonObject data && b["data"] is JsonObject otherData)
        {
            bundles.Compare(data, otherData);
            bundles.CompareMetadata(a["metadata"] as JsonObject ?? [], b["metadata"] as JsonObject ?? []);
        }
        else if (JsonStrings.Write(a) != JsonStrings.Write(b)) differences.Add(Verdict.Unverifiable, () => new($"An output of type '{MarkedExcerpt.Name(type, 40)}' without data is not known to nbformat 4."));
    }

    private void CompareErrors(JsonObject a, JsonObject b)
    {
        bundles.CompareText(OutputParts.Text(a, "ename"), OutputParts.Text(b, "ename"), "error name");
        bundles.CompareText(OutputParts.Text(a, "evalue"), OutputParts.Text(b, "evalue"), "error message");
        bundles.CompareText(Traceback(a), Traceback(b), "traceback");
    }

    private static string Traceback(JsonObject output) => output["traceback"] is JsonArray lines
        ? string.Join('\n', lines.OfType<JsonValue>().Select(line => line.GetValueKind() == System.Text.Json.JsonValueKind.String ? JsonStrings.Read(line) : "")) : "";

    private void AddLost(JsonObject output)
    {
        if (OutputParts.Type(output) == "error") differences.Add(Verdict.Error, () => new("The notebook keeps an error, but the cell did not fail in the run.", "", Excerpt(output)));
        else differences.Add(Verdict.Extra, () => new($"The notebook keeps {Kind(output)} that the run does not give.", "", Excerpt(output)));
    }

    private void AddAdded(JsonObject output)
    {
        if (OutputParts.Type(output) == "error") differences.Add(Verdict.Error, () => new("The cell failed in the run, but the notebook keeps no error.", "", "", Excerpt(output)));
        else differences.Add(Verdict.Missing, () => new($"The run gives {Kind(output)} that the notebook has not kept.", "", "", Excerpt(output)));
    }

    private static string Kind(JsonObject output) => OutputParts.Type(output) == "stream"
        ? OutputParts.Text(output, "name") == "stderr" ? "text on the error stream" : "text on the console"
        : "an output";

    private static string Excerpt(JsonObject output)
    {
        if (OutputParts.Type(output) == "error") return MarkedExcerpt.Of($"{OutputParts.Text(output, "ename")}: {OutputParts.Text(output, "evalue")}");
        if (output["data"] is not JsonObject data) return MarkedExcerpt.Of(OutputParts.Text(output, "text"));
        var text = OutputParts.Text(data, "text/plain");
        return text.Length > 0 ? MarkedExcerpt.Of(text) : MarkedExcerpt.Of(string.Join(", ", data.Select(entry => entry.Key)));
    }
}
