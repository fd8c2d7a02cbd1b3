using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Phm.Notebook.CSharp;

namespace Phm.Notebook.Assistance;

/// <summary>What is known of a name in C#.</summary>
internal sealed class CSharpInspection(SketchBook book, SymbolHelp help)
{
    public Inspection? Inspect(string code, int cursor, bool detailed, CancellationToken stop)
    {
        var root = CSharpSyntaxTree.ParseText(code, Submission.ParseOptions, cancellationToken: stop).GetRoot(stop);
        if (SilentPlaces.IsTooDeep(root) || CursorSymbol.Word(root, code, cursor) is not { } word) return null;
        return Inspect(CellSketch.AsWritten(code, word, book), detailed) ?? Inspect(CellSketch.CutAfter(code, word, book), detailed);
    }

    private Inspection? Inspect(CellSketch sketch, bool detailed)
    {
        var found = CursorSymbol.Find(sketch);
        if (found.IsEmpty || found[0] is IErrorTypeSymbol or IDiscardSymbol) return null;
        return help.Of([.. CursorSymbol.Overloads(found[0], sketch.Model, sketch.Position)], detailed);
    }
}
