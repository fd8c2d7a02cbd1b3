using System.Text;
using Microsoft.CodeAnalysis.Text;
using Phm.Notebook.CSharp;

namespace Phm.Notebook.Exporting;

/// <summary>A text with edits, of which those within a larger deletion are void.</summary>
internal sealed class PartText(string text)
{
    private readonly List<CodeEdit> edits = [];

    public void Insert(int at, string what) => edits.Add(new CodeEdit(at, 0, what));

    public void Delete(TextSpan span) => Replace(span, "");

    public void Replace(TextSpan span, string with) => edits.Add(new CodeEdit(span.Start, span.Length, with));

    public void Add(IEnumerable<CodeEdit> others) => edits.AddRange(others);

    /// <summary>The whole text as edited.</summary>
    public string Rest() => Read(new TextSpan(0, text.Length), null);

    /// <summary>A part of the text as edited, but for its own deletion: it goes elsewhere.</summary>
    public string Moved(TextSpan part) => Read(part, new CodeEdit(part.Start, part.Length, ""));

    private string Read(TextSpan part, CodeEdit? but)
    {
        var result = new StringBuilder();
        var at = part.Start;
        foreach (var edit in edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.Length > 0).ThenByDescending(edit => edit.Length))
        {
            // What is inserted where a moved part ends belongs to what follows it.
            if (edit == but || edit.Start < at || edit.Start + edit.Length > part.End || (but is not null && edit.Start == part.End)) continue;
            result.Append(text, at, edit.Start - at).Append(edit.Text);
            at = edit.Start + edit.Length;
        }
        return result.Append(text, at, part.End - at).ToString();
    }
}
