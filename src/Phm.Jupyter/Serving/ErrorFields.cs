using System.Text.Json;

namespace Phm.Jupyter.Serving;

/// <summary>How an error is written, on iopub and in replies alike.</summary>
internal static class ErrorFields
{
    public static void Write(Utf8JsonWriter json, string name, string message, IReadOnlyList<string> traceback)
    {
        json.WriteString("ename"u8, name);
        json.WriteString("evalue"u8, message);
        json.WriteStartArray("traceback"u8);
        foreach (var line in traceback) json.WriteStringValue(line);
        json.WriteEndArray();
    }
}
