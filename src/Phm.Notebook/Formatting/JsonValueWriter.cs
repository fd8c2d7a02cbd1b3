using System.Text.Json;

namespace Phm.Notebook.Formatting;

/// <summary>The default for <c>application/json</c>, where a cell asks for it.</summary>
internal static class JsonValueWriter
{
    public static string Write(object? value) => JsonSerializer.Serialize(value);
}
