using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Phm.Notebook.Interactive;

namespace Phm.Notebook.CSharp;

/// <summary>The code of a cell as one link in the compiler's chain of script submissions.</summary>
internal sealed class Submission
{
    /// <summary>Of the chain's first link; the others come by them as by everything that is before them.</summary>
    private static readonly string[] Imports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        typeof(DisplayedValue).Namespace!,
    ];

    /// <summary>
    /// Not worth a reader's time: assembly versions unified by the runtime, and the absence of documentation. Wrong in a notebook: that a
    /// field is never assigned or used, which a later cell may do.
    /// </summary>
    private static readonly string[] Noise = ["CS0067", "CS0169", "CS0414", "CS0649", "CS1591", "CS1701", "CS1702", "CS1705", "CS8632", "CS8933"];

    private static readonly CSharpCompilationOptions BaseOptions = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithNullableContextOptions(NullableContextOptions.Annotations)
        .WithAllowUnsafe(true)
        .WithMetadataImportOptions(MetadataImportOptions.Public)
        .WithConcurrentBuild(false)
        .WithSpecificDiagnosticOptions(Noise.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress)));

    /// <summary>
    /// For code that runs once from top to bottom speed is of no account, and the line of every error is exact; optimised code does
    /// not know on which line an index was out of range.
    /// </summary>
    private static readonly CSharpCompilationOptions StraightOptions = BaseOptions.WithOptimizationLevel(OptimizationLevel.Debug);

    /// <summary>How many of the session's references this link of the chain knows, by itself or by those before it.</summary>
    private readonly int known;

    private Submission(CSharpCompilation compilation, SyntaxTree tree, int known)
    {
        Compilation = compilation;
        Tree = tree;
        this.known = known;
        lock (Compiling) _ = compilation.Assembly;
    }

    /// <summary>
    /// Held by whoever compiles, from the reading to the image. The compiler keeps what it knows of a reference with the reference, for
    /// whoever looks at it next. Two compilations that look at the same one for the first time at the same moment both leave what they found
    /// there, and the next link of a chain may take what the other one found: then it holds a type of the link before it for another type
    /// of the same name, and a cell beside the warm-up is told errors that it does not have.
    /// </summary>
    public static Lock Compiling { get; } = new();

    /// <summary>How cells are read: the script form of C# 14.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    public CSharpCompilation Compilation { get; }

    public SyntaxTree Tree { get; }

    /// <summary>False for a cell of nothing but directives, usings and comments, for which the compiler makes no code.</summary>
    public bool HasCode => Compilation.SyntaxTrees.Any(tree => ((CompilationUnitSyntax)tree.GetRoot()).Members.Count > 0);

    private StatementSyntax? Last => (Root.Members.LastOrDefault() as GlobalStatementSyntax)?.Statement;

    private CompilationUnitSyntax Root => (CompilationUnitSyntax)Tree.GetRoot();

    /// <summary>A cell as the next link of a chain.</summary>
    /// <param name="source">Its code.</param>
    /// <param name="label">Its name in places of errors.</param>
    /// <param name="name">The name of its class.</param>
    /// <param name="references">
    /// All references of the session, in the order in which they came. A link knows those of the links before it: given again to each
    /// they would be looked through again for each, and a cell would take the longer the more came before it.
    /// </param>
    /// <param name="files">What it loads.</param>
    /// <param name="previous">The link before it, or null.</param>
    /// <param name="stop">Stops the reading.</param>
    public static Submission Create(
        string source, string label, string name, IReadOnlyCollection<MetadataReference> references, SourceReferenceResolver files, Submission? previous, CancellationToken stop = default)
    {
        var tree = CSharpSyntaxTree.ParseText(source, ParseOptions, label, System.Text.Encoding.UTF8, stop);
        var options = (IsStraight(tree) ? StraightOptions : BaseOptions).WithScriptClassName(name).WithSourceReferenceResolver(files);
        var compilation = previous is null
            ? CSharpCompilation.CreateScriptCompilation(name, tree, references, options.WithUsings(Imports), null, typeof(object), typeof(CellHelpers))
            : previous.Follow(name, tree, references.Skip(previous.known), options);
        return new Submission(compilation, tree, references.Count);
    }

    /// <summary>
    /// The same cell with other code for it and for what it loads. It shares what the compiler knows of the references, which is
    /// most of the time that a short cell takes.
    /// </summary>
    public Submission With(string code, SourceReferenceResolver files)
    {
        var tree = CSharpSyntaxTree.ParseText(code, ParseOptions, Tree.FilePath, System.Text.Encoding.UTF8);
        var compilation = Compilation.ReplaceSyntaxTree(Tree, tree);
        return new Submission(compilation.WithOptions(compilation.Options.WithSourceReferenceResolver(files)), tree, known);
    }

    /// <summary>
    /// Whether the cell ends in an expression that has a value. Needed only where that value is null: null is shown, void is not.
    /// </summary>
    public bool HasResult() => Last switch
    {
        ReturnStatementSyntax { Expression: not null } => true,
        ExpressionStatementSyntax { SemicolonToken.IsMissing: true } trailing => !IsVoid(trailing.Expression),
        _ => false,
    };

    /// <summary>Whether a warning is about what a cell may well do.</summary>
    public bool IsExpected(Diagnostic warning) => IsTrailingTask(warning) || IsMethodToExplain(warning);

    /// <summary>
    /// Whether anything of this link can matter to later ones: what it declares, imports, references or loads; or a type without a name,
    /// which is the same in all links that write it.
    /// </summary>
    /// <param name="previous">The link before it.</param>
    public bool IsNeededAfter(Submission previous) => known != previous.known || Compilation.SyntaxTrees.Length != 1 || Root.Usings.Count + Root.Externs.Count > 0
        || Root.DescendantNodes().Any(node => node is AnonymousObjectCreationExpressionSyntax or AnonymousFunctionExpressionSyntax or QueryExpressionSyntax)
        || !Compilation.ScriptClass!.GetMembers().All(member => member.IsImplicitlyDeclared);

    public IReadOnlyList<int> IndexedLines() =>
        [.. Root.DescendantNodes().OfType<ElementAccessExpressionSyntax>().Select(index => index.GetLocation().GetLineSpan().EndLinePosition.Line + 1).Distinct()];

    private static bool IsStraight(SyntaxTree tree) => !tree.GetRoot().DescendantNodes().Any(node => node
        is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or GotoStatementSyntax
        or AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax
        or BasePropertyDeclarationSyntax or BaseTypeDeclarationSyntax);

    /// <summary>
    /// The link after this one. The compiler's own way to make it would look through all of this one for errors again, which no link
    /// of a chain has.
    /// </summary>
    private CSharpCompilation Follow(string name, SyntaxTree tree, IEnumerable<MetadataReference> added, CSharpCompilationOptions options) =>
        Compilation.RemoveAllSyntaxTrees().WithAssemblyName(name).WithOptions(options).WithReferences(added).AddSyntaxTrees(tree)
            .WithScriptCompilationInfo(Compilation.ScriptCompilationInfo!.WithPreviousScriptCompilation(Compilation));

    /// <summary>The warning that nothing awaits a task, about the trailing expression, which the kernel awaits.</summary>
    private bool IsTrailingTask(Diagnostic warning) => warning.Id == "CS4014"
        && Last is ExpressionStatementSyntax { SemicolonToken.IsMissing: true } trailing && trailing.Span.Contains(warning.Location.SourceSpan);

    /// <summary>The warning that a method is handed over and not called, about <c>help(kent.Where)</c>, which asks about the method.</summary>
    private static bool IsMethodToExplain(Diagnostic warning) => warning is { Id: "CS8974", Location.SourceTree: { } tree }
        && tree.GetRoot().FindNode(warning.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: IdentifierNameSyntax { Identifier.ValueText: nameof(CellHelpers.help) } };

    private bool IsVoid(ExpressionSyntax expression) =>
        Compilation.GetSemanticModel(Tree).GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_Void;
}
