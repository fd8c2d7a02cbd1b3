using System.Text.Json.Nodes;
using Phm.Notebook.Verification;

namespace Phm.Notebook.Tests.Verification;

/// <summary>Comparisons of small outputs.</summary>
internal static class Compared
{
    public static CellVerdict Data(string mimeType, string kept, string obtained, Tolerance? tolerance = null) =>
        Outputs(Bundle((mimeType, kept)), Bundle((mimeType, obtained)), tolerance);

    public static CellVerdict Json(string kept, string obtained, Tolerance? tolerance = null) =>
        Outputs($$"""[{"output_type":"display_data","data":{"application/json":{{kept}} } }]""", $$"""[{"output_type":"display_data","data":{"application/json":{{obtained}} } }]""", tolerance);

    public static CellVerdict Outputs(string kept, string obtained, Tolerance? tolerance = null) =>
        OutputComparison.Compare((JsonArray)JsonNode.Parse(kept)!, (JsonArray)JsonNode.Parse(obtained)!, 3, "cell", tolerance ?? Tolerance.Default);

    public static string Bundle(params (string Type, string Text)[] contents) => new JsonArray(Display(contents)).ToJsonString();

    public static JsonObject Display(params (string Type, string Text)[] contents) => new()
    {
        ["output_type"] = "display_data",
        ["data"] = new JsonObject(contents.Select(content => KeyValuePair.Create(content.Type, (JsonNode?)JsonValue.Create(content.Text)))),
        ["metadata"] = new JsonObject(),
    };

    /// <summary>The only difference.</summary>
    public static Difference Difference(this CellVerdict verdict) => Assert.Single(verdict.Differences);

    /// <summary>Verdict, place and excerpts of each difference, one a line.</summary>
    public static string Lines(this CellVerdict verdict) =>
        string.Concat(verdict.Differences.Select(difference => $"{difference.Verdict} | {difference.Where} | {difference.Kept} | {difference.Obtained}\n"));
}
