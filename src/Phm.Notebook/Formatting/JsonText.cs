using System.Text.Json.Nodes;
using System.Text.Json;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Formatting;

/// <summary>Text that a notebook is to store as JSON.</summary>
internal static class JsonText
{
    public static void Check(string mimeType, string text, string what)
    {
        if (!MimeTypes.IsJson(mimeType)) return;
        try
        {
            _ = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            throw new FormatterException($"{what} is shown as {mimeType} but is not JSON.", e);
        }
    }
}
