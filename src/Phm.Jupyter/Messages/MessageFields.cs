using System.Text.Json;

namespace Phm.Jupyter.Messages;

/// <summary>The typed fields of a message. A field of another type than the protocol's is an error; an absent or null one may have a default.</summary>
internal static class MessageFields
{
    extension(JsonElement json)
    {
        public string Text(string name) => json.OptionalText(name) ?? throw new MessageException($"the field '{name}' is missing");

        public string? OptionalText(string name)
        {
            if (!json.TryGet(name, JsonValueKind.String, out var value)) return null;
            return value.AsText() ?? throw new MessageException($"the field '{name}' holds characters that are none");
        }

        public bool Flag(string name, bool absent)
        {
            if (!json.TryFind(name, out var value)) return absent;
            return value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => throw WrongType(name),
            };
        }

        public int? OptionalInteger(string name)
        {
            if (!json.TryGet(name, JsonValueKind.Number, out var value)) return null;
            return value.TryGetInt32(out var number) ? number : throw new MessageException($"the field '{name}' is no whole number of 32 bits");
        }

        public JsonElement? OptionalObject(string name) => json.TryGet(name, JsonValueKind.Object, out var value) ? value : null;

        /// <summary>The texts of the object of this name; none where it is absent.</summary>
        public IReadOnlyList<KeyValuePair<string, string>> Texts(string name)
        {
            if (!json.TryGet(name, JsonValueKind.Object, out var value)) return [];
            try
            {
                return [.. value.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, field.Value.GetString() ?? throw WrongType(name)))];
            }
            catch (InvalidOperationException)
            {
                throw WrongType(name);
            }
        }

        /// <summary>The string itself; null where it holds the escape of half a surrogate pair, which no .NET string may hold.</summary>
        public string? AsText()
        {
            try
            {
                return json.GetString();
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }

        private bool TryGet(string name, JsonValueKind kind, out JsonElement value)
        {
            if (!json.TryFind(name, out value)) return false;
            return value.ValueKind == kind ? true : throw WrongType(name);
        }

        private bool TryFind(string name, out JsonElement value)
        {
            try
            {
                return json.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
            }
            catch (InvalidOperationException)
            {
                throw new MessageException("the name of a field holds characters that are none");
            }
        }
    }

    private static MessageException WrongType(string name) => new($"the field '{name}' is of the wrong type");
}
