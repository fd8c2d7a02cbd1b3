using System.Text.Json;
using System.Text.Json.Nodes;

namespace Phm.Notebook.Verification;

/// <summary>By what the items of arrays are matched.</summary>
internal static class JsonKeys
{
    private const int MostNodes = 200;

    public static IReadOnlyList<AlignmentKey> Of(JsonArray items) => [.. items.Select(Of)];

    private static AlignmentKey Of(JsonNode? item)
    {
        var (exact, shape) = (new AlignmentDigest(), new AlignmentDigest());
        var budget = MostNodes;
        Add(item, ref exact, ref shape, ref budget);
        return new AlignmentKey(exact.Value, shape.Value, (ulong)(item?.GetValueKind() ?? JsonValueKind.Null));
    }

    /// <summary>A large item is known by its beginning, so that keys cost no more than reading.</summary>
    private static void Add(JsonNode? node, ref AlignmentDigest exact, ref AlignmentDigest shape, ref int budget)
    {
        if (budget-- <= 0) return;
        var kind = node?.GetValueKind() ?? JsonValueKind.Null;
        exact.Add((ulong)kind);
        shape.Add((ulong)kind);
        switch (node)
        {
            case JsonObject members:
                foreach (var (key, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    exact.Add(key);
                    shape.Add(key);
                    Add(value, ref exact, ref shape, ref budget);
                    if (budget <= 0) return;
                }
                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Add(item, ref exact, ref shape, ref budget);
                    if (budget <= 0) return;
                }
                break;
            case JsonValue value:
                var text = JsonStrings.Write(value);
                exact.Add(text);
                if (kind == JsonValueKind.String) shape.Add(text);
                break;
        }
    }
}
