using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Phm.Notebook.Exporting;

/// <summary>A stretch of C# in a cell, bound as a submission of the notebook's session would be, but never run.</summary>
/// <param name="Cell">The cell's number in the notebook, counted from 1.</param>
/// <param name="Title">A file name for what the cell draws, without its ending.</param>
/// <param name="MayFail">Whether the notebook goes on where the cell fails.</param>
/// <param name="Text">The code.</param>
/// <param name="References">Where its lines stand that reference other things; the compiler does not see them.</param>
/// <param name="Compilation">The code as the compiler knows it.</param>
internal sealed record ScriptPart(int Cell, string Title, bool MayFail, string Text, IReadOnlyList<TextSpan> References, CSharpCompilation Compilation)
{
    public CompilationUnitSyntax Root { get; } = (CompilationUnitSyntax)Compilation.SyntaxTrees[0].GetRoot();

    public SemanticModel Model { get; } = Compilation.GetSemanticModel(Compilation.SyntaxTrees[0]);

    /// <summary>What stands last without a semicolon, whose value the notebook shows, or null.</summary>
    public ExpressionSyntax? Trailing =>
        (Root.Members.LastOrDefault() as GlobalStatementSyntax)?.Statement is ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last ? last.Expression : null;
}
