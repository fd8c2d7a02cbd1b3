using System.Text.Json;

namespace Phm.Jupyter.Checking;

/// <summary>The fields of what any kernel answers. What is not there, or is something else than expected, is nothing: the step that needs it fails.</summary>
internal static class AnswerFields
{
    extension(JsonElement json)
    {
        /// <summary>The text of a field, or null.</summary>
        public string? TextAt(string name) => json.FieldAt(name) is { } value ? value.TextHere() : null;

        /// <summary>The texts of a field that is a list; those items that are none are passed over.</summary>
        public IReadOnlyList<string> TextsAt(string name) =>
            json.FieldAt(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(item => item.TextHere()).OfType<string>()] : [];

        /// <summary>The texts of a field that is an object, with their names.</summary>
        public IReadOnlyList<(string Name, string Text)> NamedTextsAt(string name)
        {
            try
            {
                return json.FieldAt(name) is { ValueKind: JsonValueKind.Object } fields ? [.. fields.EnumerateObject().Select(field => (field.Name, field.Value.TextHere() ?? ""))] : [];
            }
            catch (InvalidOperationException)
            {
                // A name with the escape of half a surrogate pair.
                return [];
            }
        }

        private JsonElement? FieldAt(string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;

        private string? TextHere()
        {
            try
            {
                return json.ValueKind == JsonValueKind.String ? json.GetString() : null;
            }
            catch (InvalidOperationException)
            {
                // The escape of half a surrogate pair.
                return null;
            }
        }
    }
}
