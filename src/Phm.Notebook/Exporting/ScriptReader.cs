using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Phm.Notebook.CSharp;
using Phm.Notebook.Directives;
using Phm.Notebook.Documents;
using Phm.Notebook.Execution;
using Phm.Notebook.Running;

namespace Phm.Notebook.Exporting;

/// <summary>Reads a notebook's cells as stretches of a script and binds their code, each stretch seeing those before it.</summary>
internal sealed partial class ScriptReader(NotebookDocument document, ScriptReferences references)
{
    /// <summary>Directives that only tell, and so are missed by nothing that follows; what they would say is left out.</summary>
    private static readonly string[] Telling = ["about", "lsmagic", "time", "who", "whos", "connect"];

    private static readonly string[] Kernels = ["csharp", "fsharp", "html", "http", "javascript", "kql", "markdown", "mermaid", "pwsh", "sql", "value"];

    private readonly List<ScriptBlock> blocks = [];
    private CSharpCompilation? last;

    public ScriptReferences References => references;

    public IReadOnlyList<ScriptBlock> Read()
    {
        for (var i = 0; i < document.Cells.Count; i++)
        {
            var cell = document.Cells[i];
            if (cell.Kind == CellKind.Markdown) blocks.Add(new CommentBlock(cell.Source));
            else if (cell.Kind == CellKind.Code) ReadCode(cell, i + 1);
        }
        return blocks;
    }

    private void ReadCode(NotebookCell cell, int number)
    {
        try
        {
            foreach (var step in CellSplitter.Split(cell.Source, cell.KernelName, IsKernel))
            {
                if (step is DirectiveStep directive) ReadDirective(directive);
                else if (step is TextStep { Kernel: "csharp" } code) ReadCSharp(cell, number, code.Text);
                else if (step is TextStep { Kernel: "markdown" } prose) blocks.Add(new CommentBlock(prose.Text));
                else if (step is TextStep other) blocks.Add(new CommentBlock($"Cell {number} is {other.Kernel} and has no part in this script:\n\n{other.Text}"));
            }
        }
        catch (CellFailedException e)
        {
            throw Refuse(document.Name, number, e.Error.Message);
        }
    }

    private void ReadDirective(DirectiveStep directive)
    {
        if (!Telling.Contains(directive.Name))
            throw CellFailedException.Directive($"'#!{directive.Name}' has no form in a script. Write what it does as C# in the notebook, or take the cell out.", directive.Line);
        blocks.Add(new CommentBlock($"Left out: #!{directive.Name} {directive.Arguments}".TrimEnd()));
    }

    private void ReadCSharp(NotebookCell cell, int number, string text)
    {
        var lines = references.Add(text);
        var compilation = Bind(Blank(text, lines), number);
        // The types of a package are not known here, so what uses them cannot be judged.
        var problems = references.HasPackages ? compilation.SyntaxTrees[0].GetDiagnostics() : compilation.GetDiagnostics();
        if (problems.FirstOrDefault(problem => problem.Severity == DiagnosticSeverity.Error) is { } error)
            throw Refuse(document.Name, number, $"the code does not compile: {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}");
        if (compilation.SyntaxTrees[0].GetRoot().DescendantNodes(descendIntoTrivia: true).Any(node => node is DefineDirectiveTriviaSyntax or UndefDirectiveTriviaSyntax))
            throw Refuse(document.Name, number, "'#define' and '#undef' stand at the start of a file, and a script is one file. Use a variable and 'if' instead of '#if'.");
        last = compilation;
        blocks.Add(new CodeBlock(new ScriptPart(number, Title(cell, number), NotebookRunner.MayFail(cell), text, lines, compilation)));
    }

    /// <summary>As the engine would compile it, but that a stretch with errors does not end the chain.</summary>
    private CSharpCompilation Bind(string text, int number)
    {
        var name = FormattableString.Invariant($"Part{blocks.Count}");
        var compilation = Submission.Create(text, FormattableString.Invariant($"cell {number}"), name, references.Assemblies, new NotebookFiles(document.Folder!, new FileReads()), null).Compilation;
        return last is null ? compilation : compilation.WithScriptCompilationInfo(compilation.ScriptCompilationInfo!.WithPreviousScriptCompilation(last));
    }

    /// <summary>Spaces in the place of some stretches, so that all others stay where they are.</summary>
    private static string Blank(string text, IReadOnlyList<TextSpan> stretches)
    {
        var characters = text.ToCharArray();
        foreach (var stretch in stretches)
            for (var i = stretch.Start; i < stretch.End; i++) if (characters[i] != '\n') characters[i] = ' ';
        return new string(characters);
    }

    /// <summary>The cell's own name where somebody gave it one; front ends give it letters and digits that mean nothing.</summary>
    private static string Title(NotebookCell cell, int number)
    {
        var name = MeaninglessName().IsMatch(cell.Id) || !PlainName().IsMatch(cell.Id) ? "" : "-" + cell.Id;
        return FormattableString.Invariant($"{number:00}{name}");
    }

    internal static NotebookException Refuse(string notebook, int cell, string problem) =>
        new($"{notebook}, cell {cell}: {problem}");

    private static bool IsKernel(string name) => Kernels.Contains(name) || name.StartsWith("sql-", StringComparison.Ordinal);

    [GeneratedRegex("^([0-9a-f]{8}|[0-9a-f-]{32,36}|cell-[0-9]+)$")]
    private static partial Regex MeaninglessName();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex PlainName();
}
