using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Tests;

/// <summary>An executed cell and what a notebook keeps of it.</summary>
internal sealed record RanCell(CellResult Result, JsonArray Outputs, IReadOnlyList<CellOutput> Published)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Json => Outputs.ToJsonString(Readable);

    public string Stdout => Stream("stdout");

    public string Stderr => Stream("stderr");

    public string? Text => Bundles().Any() ? Data(0, "text/plain") : throw new InvalidOperationException($"The cell shows no value: {Json}");

    public string? Html => Data(0, "text/html");

    public CellError Error => Result.Error ?? throw new InvalidOperationException("The cell did not fail.");

    /// <summary>The text of a MIME type of the n-th output that carries data.</summary>
    public string? Data(int index, string mimeType) => Bundles().ElementAt(index)[mimeType] switch
    {
        null => null,
        JsonArray lines => string.Concat(lines.Select(line => (string)line!)),
        JsonObject json => json.ToJsonString(Readable),
        var value => (string)value!,
    };

    public IEnumerable<JsonObject> Bundles() => Outputs.Select(output => output!["data"]).OfType<JsonObject>();

    public string[] MimeTypes(int index) => [.. Bundles().ElementAt(index).Select(entry => entry.Key)];

    private string Stream(string name) => string.Concat(Outputs
        .Where(output => (string)output!["output_type"]! == "stream" && (string)output["name"]! == name)
        .SelectMany(output => (JsonArray)output!["text"]!).Select(line => (string)line!));
}
