using System.Text.Json;
using System.Text.Json.Nodes;

namespace Phm.Notebook.Verification;

/// <summary>A JSON value in a few words.</summary>
internal static class JsonExcerpt
{
    public static string Of(JsonNode? node) => node switch
    {
        null => MarkedExcerpt.Of("null"),
        JsonObject members => $"an object of {Places.Number(members.Count)} members",
        JsonArray items => $"an array of {Places.Number(items.Count)} items",
        _ => MarkedExcerpt.Of(node.GetValueKind() == JsonValueKind.String ? $"\"{JsonStrings.Read(node)}\"" : JsonStrings.Write(node)),
    };
}
