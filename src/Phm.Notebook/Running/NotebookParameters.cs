using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Phm.Notebook.CSharp;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Running;

/// <summary>
/// The parameters of a notebook, as papermill understands them: the variables that the cell tagged <c>parameters</c> declares. Values
/// from outside go into a cell of their own right after it, tagged <c>injected-parameters</c>, which takes the place of an earlier one.
/// </summary>
internal static class NotebookParameters
{
    private const string Declaring = "parameters";
    private const string Injected = "injected-parameters";
    private const int LongestValue = 10_000;

    /// <summary>The values with which a notebook runs, in order of their names: those it declares, or those injected.</summary>
    public static IReadOnlyDictionary<string, string> Effective(NotebookDocument document)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var cell in document.Cells.Where(cell => cell.Kind == CellKind.Code && cell.Tags.Any(tag => tag is Declaring or Injected)))
            foreach (var (name, variable) in Variables(cell))
                if (variable.Initializer is { } initial) values[name] = initial.Value.ToString();
        return values;
    }

    /// <summary>Injects values into a document.</summary>
    /// <exception cref="NotebookException">There is no such parameter, or a value is not of its type.</exception>
    public static void Inject(NotebookDocument document, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count == 0) return;
        var declaring = document.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Code && cell.Tags.Contains(Declaring))
            ?? throw new NotebookException($"{document.Name}: the notebook takes no parameters: no code cell is tagged '{Declaring}'.");
        var known = Variables(declaring).ToDictionary(StringComparer.Ordinal);
        var lines = values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => Declaration(document.Name, value.Key, value.Value, known));
        var source = "// Parameters\n" + string.Join('\n', lines);
        foreach (var earlier in document.Cells.Where(cell => cell.Tags.Contains(Injected)).ToList()) document.Remove(earlier);
        document.Insert(document.Cells.ToList().IndexOf(declaring) + 1, CellKind.Code, source, Injected);
    }

    private static string Declaration(string notebook, string name, string value, Dictionary<string, VariableDeclaratorSyntax> known)
    {
        if (!known.TryGetValue(name, out var variable))
            throw new NotebookException($"{notebook}: there is no parameter '{Shown(name)}'. {Names(known.Keys)}");
        var declaration = (VariableDeclarationSyntax)variable.Parent!;
        var type = ParameterType.Of(declaration.Type, variable.Initializer?.Value)
            ?? throw new NotebookException($"{notebook}: parameter '{name}' cannot be set from outside: its value is not a plain number, text, true or false.");
        if (value.Length > LongestValue || type.Literal(value) is not { } literal)
            throw new NotebookException($"{notebook}: parameter '{name}' is of type {type.Keyword}: {type.Expected} is expected.");
        return $"{type.Keyword} {name} = {literal};";
    }

    private static string Names(IEnumerable<string> known) =>
        known.ToArray() is { Length: > 0 } names ? $"The cell tagged '{Declaring}' declares: {string.Join(", ", names)}." : $"The cell tagged '{Declaring}' declares none.";

    private static string Shown(string name) => name.Length <= 60 ? name : name[..60] + "…";

    private static IEnumerable<KeyValuePair<string, VariableDeclaratorSyntax>> Variables(NotebookCell cell)
    {
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(cell.Source, Submission.ParseOptions).GetRoot();
        return root.Members.OfType<FieldDeclarationSyntax>().SelectMany(field => field.Declaration.Variables)
            .Concat(root.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement).OfType<LocalDeclarationStatementSyntax>().SelectMany(local => local.Declaration.Variables))
            .DistinctBy(variable => variable.Identifier.ValueText)
            .Select(variable => KeyValuePair.Create(variable.Identifier.ValueText, variable));
    }
}
