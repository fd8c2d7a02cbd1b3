using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Phm.Notebook.Exporting;

/// <summary>
/// A cell's <c>return</c> ends the cell and shows the value; in a script it would end the program. As the last statement it becomes
/// what shows the value; elsewhere it is refused.
/// </summary>
internal static class ScriptReturns
{
    public static void Rewrite(ScriptPart part, PartText text, string notebook)
    {
        var last = (part.Root.Members.LastOrDefault() as GlobalStatementSyntax)?.Statement;
        foreach (var end in part.Root.DescendantNodes(node => !ScriptNames.IsFunction(node)).OfType<ReturnStatementSyntax>())
        {
            if (end != last)
                throw ScriptReader.Refuse(notebook, part.Cell, "'return' in the middle of a cell would end the whole script. Put the rest of the cell into an 'else', or the cell into a method.");
            if (end.Expression is not { } value) text.Delete(end.Span);
            else
            {
                text.Delete(TextSpan.FromBounds(end.SpanStart, value.SpanStart));
                text.Delete(TextSpan.FromBounds(value.Span.End, end.Span.End));
                TrailingValue.Rewrite(part, value, text);
            }
        }
    }
}
