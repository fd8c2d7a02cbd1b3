using System.Text.Json;
using Phm.Notebook.Outputs;

namespace Phm.Jupyter.Serving;

/// <summary>How a value is written: JSON types as JSON, everything else as one string.</summary>
internal static class BundleFields
{
    /// <summary>Writes <c>data</c> and an empty <c>metadata</c>.</summary>
    /// <param name="json">Receives the fields.</param>
    /// <param name="bundle">The value, or null for an empty bundle.</param>
    public static void Write(Utf8JsonWriter json, MimeBundle? bundle)
    {
        json.WriteStartObject("data"u8);
        foreach (var content in bundle?.Contents ?? [])
        {
            json.WritePropertyName(content.MimeType);
            if (content.IsJson) json.WriteRawValue(content.Text);
            else json.WriteStringValue(content.Text);
        }
        json.WriteEndObject();
        json.WriteStartObject("metadata"u8);
        json.WriteEndObject();
    }
}
