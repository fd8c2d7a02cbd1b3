using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Phm.Notebook.CSharp;

namespace Phm.Notebook.Assistance;

/// <summary>
/// The documentation of types and members as a session's cells see them: declaration, summary, parameters and so on, as text and HTML.
/// </summary>
/// <remarks>
/// For a helper that shows documentation from within a cell: <c>session.Assistant.Help.Of(value.GetType())</c>, or <c>Of(member)</c> for
/// one method or property with all its overloads. Both may be called on any thread, the cell's own included, and give null where the
/// session's references do not hold the type, as for types that the compiler makes. They say nothing of values.
/// </remarks>
internal sealed class SymbolHelp(SketchBook book, Lock turn)
{
    private const int MostMembers = 60;
    private const int MostOverloads = 30;

    private readonly DocumentationFiles files = new();

    /// <summary>What is known of a type: its declaration, its documentation, its public members.</summary>
    public Inspection? Of(Type type) => Apart(submission => Find(type, submission.Compilation) is { } symbol ? Of([symbol], detailed: true) : null);

    /// <summary>What is known of a member and of its overloads, or of a type.</summary>
    public Inspection? Of(MemberInfo member) => member is Type type ? Of(type) : Apart(submission =>
    {
        if (member.DeclaringType is not { } owner || Find(owner, submission.Compilation) is not { } declaring) return null;
        var name = member is ConstructorInfo ? WellKnownMemberNames.InstanceConstructorName : member.Name;
        var members = declaring.GetMembers(name);
        var parameters = (member as MethodBase)?.GetParameters().Length ?? -1;
        return members.IsEmpty ? null : Of([.. members.OrderBy(found => found is IMethodSymbol method && method.Parameters.Length == parameters ? 0 : 1)], detailed: true);
    });

    /// <summary>What is known of a name that is not written in full or not in its own capitals: of the only one that fits, otherwise the list of those that do.</summary>
    public Inspection Search(string name) => Apart(submission =>
    {
        var search = new NameSearch(book, submission);
        var found = search.Fitting(name);
        return found is [var only] ? Of(only.Symbols, detailed: true) : HelpPage.OfNames(name, found, found.Count == 0 ? search.Near(name) : [], Brief);
    })!;

    /// <summary>What there is to ask for.</summary>
    public Inspection Page() => Apart(submission => HelpPage.Of(new NameSearch(book, submission).Namespaces()))!;

    /// <summary>What is known of a symbol.</summary>
    /// <param name="symbols">The symbol, and its overloads after it.</param>
    /// <param name="detailed">Whether all overloads and all of the documentation are wanted.</param>
    public Inspection Of(IReadOnlyList<ISymbol> symbols, bool detailed)
    {
        var symbol = symbols[0];
        // Where the one that is meant is not explained, another of its name may be.
        var docs = symbols.Take(MostOverloads).Select(Documented).FirstOrDefault(found => found.Summary.Count > 0) ?? Documentation.None;
        return InspectionWriter.Write(new InspectionArticle
        {
            Signatures = [.. (detailed ? symbols.Take(MostOverloads) : symbols.Take(1)).Select(SymbolSignature.Of)],
            Kind = SymbolSignature.Kind(symbol) + (symbols.Count > 1 && !detailed ? string.Create(CultureInfo.InvariantCulture, $", {symbols.Count - 1} more overload{(symbols.Count > 2 ? "s" : "")}") : ""),
            Documentation = detailed ? docs : docs with { Remarks = [], Example = [] },
            More = More(symbol, detailed),
        });
    }

    /// <summary>The first paragraph of what is known of a symbol.</summary>
    private IReadOnlyList<DocBlock> Brief(ISymbol symbol) => Documented(symbol).Summary is [var first, ..] ? [first] : [];

    /// <summary>A variable is explained by its type.</summary>
    private Documentation Documented(ISymbol symbol)
    {
        return symbol switch
        {
            IParameterSymbol { ContainingSymbol: IMethodSymbol owner } parameter => OfParameter(owner, parameter),
            ILocalSymbol local => OfType(local.Type),
            IFieldSymbol field when CompletionKinds.IsOfCells(field.ContainingType) => OfType(field.Type),
            IMethodSymbol { ReducedFrom: { } extension } => files.Find(extension, book.References),
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => files.Find(constructor, book.References) is { Summary.Count: > 0 } own ? own : files.Find(constructor.ContainingType, book.References),
            INamespaceSymbol or ITypeParameterSymbol or IRangeVariableSymbol or IArrayTypeSymbol => Documentation.None,
            _ => files.Find(symbol, book.References),
        };
    }

    private Documentation OfType(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsAnonymousType: false, IsTupleType: false } named ? new Documentation { Summary = files.Find(named, book.References).Summary } : Documentation.None;

    private Documentation OfParameter(IMethodSymbol owner, IParameterSymbol parameter) =>
        files.Find(owner, book.References).Parameters.FirstOrDefault(entry => entry.Name == parameter.Name) is { } entry
            ? new Documentation { Summary = entry.Blocks } : OfType(parameter.Type);

    private (string, IReadOnlyList<DocEntry>) More(ISymbol symbol, bool detailed)
    {
        if (symbol is not INamedTypeSymbol type) return ("", []);
        if (type.TypeKind == TypeKind.Enum)
            return ("Values", [.. type.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst).Take(MostMembers).Select(field => new DocEntry(field.Name, files.Find(field, book.References).Summary))]);
        if (!detailed) return ("", []);
        return ("Members", [.. Members(type).Take(MostMembers)]);
    }

    /// <summary>Constructors, what has a value, methods; overloads in one line.</summary>
    private IEnumerable<DocEntry> Members(INamedTypeSymbol type) => type.GetMembers().Where(IsShown)
        .GroupBy(member => (Order: member is not IMethodSymbol method ? 1 : method.MethodKind == MethodKind.Constructor ? 0 : 2, member.Name))
        .OrderBy(group => group.Key.Order).ThenBy(group => group.Key.Name, StringComparer.Ordinal)
        .Select(group =>
        {
            var first = group.First();
            var more = group.Count() > 1 ? string.Create(CultureInfo.InvariantCulture, $" (+ {group.Count() - 1} more)") : "";
            return new DocEntry((first.IsStatic ? "static " : "") + SymbolText.OfMember(first) + more, files.Find(first, book.References).Summary is [var summary, ..] ? [summary] : []);
        });

    /// <summary>Whether a member is worth a line: public, written by its author, and not hidden from lists.</summary>
    internal static bool IsShown(ISymbol member) => member is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false } and not INamedTypeSymbol && !member.Name.StartsWith('<')
        && member is not IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.Constructor) }
        && CandidateSymbols.Judged(new Candidate(member.Name, "") { Symbol = member }) is { Rank: CandidateRank.Usual };

    /// <summary>A cell's thread may be stopped at any moment, and what is kept here must not be left half changed: it is done on another.</summary>
    private Inspection? Apart(Func<Submission, Inspection?> look) => Task.Run(() =>
    {
        lock (turn) return look(book.Sketch(""));
    }).GetAwaiter().GetResult();

    private static INamedTypeSymbol? Find(Type type, CSharpCompilation compilation)
    {
        if (type.HasElementType || type.IsGenericParameter) return null;
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        if (definition.FullName is not { } name || definition.Assembly.GetName().Name is not { } assembly) return null;
        for (var link = compilation; link is not null; link = link.ScriptCompilationInfo?.PreviousScriptCompilation)
            if (link.AssemblyName == assembly) return link.Assembly.GetTypeByMetadataName(name);
        var found = compilation.GetTypesByMetadataName(name);
        return found.FirstOrDefault(symbol => symbol.ContainingAssembly.Name == assembly) ?? (found.IsEmpty ? null : found[0]);
    }
}
