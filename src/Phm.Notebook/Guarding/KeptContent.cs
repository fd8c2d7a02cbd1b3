using System.Text.Json.Nodes;

namespace Phm.Notebook.Guarding;

/// <summary>One thing that a cell keeps, in one MIME type.</summary>
/// <param name="Place">Where in the cell it stands, for a reader.</param>
/// <param name="Form">How it is to be read.</param>
/// <param name="Text">The text, where it is text.</param>
/// <param name="Json">The JSON, where it is JSON.</param>
internal sealed record KeptContent(string Place, ContentForm Form, string Text, JsonNode? Json = null);
