using System.Text.Json;
using Phm.Jupyter.Messages;

namespace Phm.Jupyter.Serving.Handlers;

/// <summary>The place in a cell that a request asks about.</summary>
/// <param name="Code">The cell's text.</param>
/// <param name="Cursor">The place, in UTF-16 units.</param>
internal sealed record CodePlaceFields(string Code, int Cursor)
{
    public static CodePlaceFields Read(JsonElement content)
    {
        var code = content.Text("code");
        var place = content.OptionalInteger("cursor_pos");
        if (place < 0) throw new MessageException("the field 'cursor_pos' is negative");
        return new CodePlaceFields(code, place is { } codePoints ? CodePoints.ToUtf16(code, codePoints) : code.Length);
    }
}
