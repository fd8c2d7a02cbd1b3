using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Phm.Notebook.Exporting;

/// <summary>The statements of a script in the notebook's order, and after them, where C# has them, the types.</summary>
internal sealed class ScriptBody(ScriptNames names, string notebook)
{
    private readonly StringBuilder statements = new();
    private readonly List<string> types = [];
    private readonly List<string> extensions = [];
    private string title = "";

    public void Add(ScriptBlock block)
    {
        if (block is CommentBlock comment) AddComment(comment.Text);
        else if (block is CodeBlock code) AddCode(code.Part);
    }

    public string Write()
    {
        var script = new StringBuilder().Append(statements);
        foreach (var type in types) script.Append('\n').Append(type).Append('\n');
        if (extensions.Count > 0) script.Append("\nstatic class NotebookExtensions\n{\n").AppendJoin("\n\n", extensions.Select(Indented)).Append("\n}\n");
        return script.ToString();
    }

    private void AddComment(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Trim('\n').Split('\n').Select(line => line.TrimEnd()).Select(line => line.Length == 0 ? "//" : $"// {line}");
        statements.Append('\n').AppendJoin('\n', lines).Append('\n');
    }

    private void AddCode(ScriptPart part)
    {
        var text = new PartText(part.Text);
        text.Add(names.Edits(part));
        foreach (var line in part.References) text.Delete(line);
        foreach (var directive in part.Root.Usings) text.Delete(TextSpan.FromBounds(directive.SpanStart, directive.FullSpan.End));
        foreach (var member in part.Root.Members) Rewrite(part, member, text);
        ScriptReturns.Rewrite(part, text, notebook);
        if (part.Trailing is { } trailing) TrailingValue.Rewrite(part, trailing, text);
        foreach (var member in part.Root.Members.Where(IsMoved)) Move(member, text);

        var code = text.Rest().Trim('\n').TrimEnd();
        if (code.Length == 0) return;
        statements.Append('\n');
        if (part.Title != title) statements.Append($"NotebookDisplay.Cell(\"{part.Title}\");\n");
        title = part.Title;
        statements.Append(part.MayFail ? Guarded(code) : code).Append('\n');
    }

    private void Rewrite(ScriptPart part, MemberDeclarationSyntax member, PartText text)
    {
        if (member is FieldDeclarationSyntax field)
        {
            DeleteModifiers(field.Modifiers, text, SyntaxKind.ConstKeyword);
            foreach (var variable in field.Declaration.Variables.Where(variable => variable.Initializer is null)) text.Insert(variable.Span.End, " = default");
        }
        else if (member is MethodDeclarationSyntax method)
        {
            var isExtension = IsExtension(method);
            DeleteModifiers(method.Modifiers, text, SyntaxKind.AsyncKeyword, SyntaxKind.UnsafeKeyword, isExtension ? SyntaxKind.StaticKeyword : SyntaxKind.None);
            if (isExtension) text.Replace(method.Modifiers.First(modifier => modifier.IsKind(SyntaxKind.StaticKeyword)).Span, "public static");
        }
        else if (IsMoved(member)) DeleteModifiers([.. member.Modifiers.Where(modifier => modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.NewKeyword)], text);
        else if (member is not GlobalStatementSyntax)
            throw ScriptReader.Refuse(notebook, part.Cell, "the cell declares a property or an event outside a type, which a script cannot. Make it a variable or a method.");
    }

    private static void DeleteModifiers(SyntaxTokenList modifiers, PartText text, params SyntaxKind[] kept)
    {
        foreach (var modifier in modifiers.Where(modifier => !kept.Contains(modifier.Kind()))) text.Delete(TextSpan.FromBounds(modifier.SpanStart, modifier.FullSpan.End));
    }

    private void Move(MemberDeclarationSyntax member, PartText text)
    {
        (member is MethodDeclarationSyntax ? extensions : types).Add(text.Moved(member.FullSpan).Trim('\n').TrimEnd());
        text.Delete(member.FullSpan);
    }

    private static bool IsMoved(MemberDeclarationSyntax member) =>
        member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax || (member is MethodDeclarationSyntax method && IsExtension(method));

    private static bool IsExtension(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.FirstOrDefault() is { } first && first.Modifiers.Any(SyntaxKind.ThisKeyword);

    private string Guarded(string code)
    {
        var caught = names.Free("problem");
        return $"try\n{{\n{Indented(code)}\n}}\ncatch (Exception {caught})\n{{\n    NotebookDisplay.Failed({caught});\n}}";
    }

    /// <summary>Set in by four spaces, unless that would change a text of several lines.</summary>
    private static string Indented(string code)
    {
        var root = CSharpSyntaxTree.ParseText(code).GetRoot();
        if (root.DescendantTokens().Any(token => token.Text.Contains('\n'))) return code;
        return string.Join('\n', code.Split('\n').Select(line => line.Length == 0 ? line : $"    {line}"));
    }
}
