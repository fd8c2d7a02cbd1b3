using System.Reflection;
using System.Text.RegularExpressions;
using Phm.Notebook.Assistance;
using Phm.Notebook.CSharp;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Interactive;

/// <summary>What <c>help</c> shows: declaration and documentation of what is asked for, never a value.</summary>
internal sealed partial class CellHelp(NotebookSession session)
{
    private const int LongestName = 200;

    /// <summary>Declaration and documentation, or a sentence that says why there are none.</summary>
    /// <param name="what">A type, a method, the name of either, or a value, which stands for its type.</param>
    public MimeBundle Of(object? what) => what switch
    {
        null => Sentence("null is no value, so it has no type to explain."),
        string name => OfName(name.Trim()),
        MemberInfo member => OfMember(member),
        Delegate { Method: var method } => OfMember(method),
        _ => OfType(what.GetType()),
    };

    /// <summary>What there is to ask for.</summary>
    public MimeBundle Page() => session.Assistant.Help.Page().Data;

    private static MimeBundle Sentence(string text) => MimeBundle.Of(MimeTypes.Text, text);

    private MimeBundle OfMember(MemberInfo member)
    {
        if (member is Type type) return OfType(type);
        if (member.Name.Contains('<', StringComparison.Ordinal)) return Sentence("This is a piece of code without a name. Name a method instead, as in help(\"Population.Where\").");
        return session.Assistant.Help.Of(member)?.Data ?? Sentence($"Nothing is known of '{member.Name}' beyond its name.");
    }

    private MimeBundle OfType(Type type) =>
        Explained(type).Select(session.Assistant.Help.Of).FirstOrDefault(found => found is not null)?.Data ?? Sentence($"Nothing is known of the type {CodePlace.NameOf(type)} beyond its name.");

    /// <summary>The type, which may be a cell's own, and what a reader knows of one that a library keeps to itself: its public base, or that it is a sequence.</summary>
    private static IEnumerable<Type> Explained(Type type)
    {
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
            if (at.IsVisible || at.Assembly.Location.Length == 0) yield return at;
        foreach (var contract in type.GetInterfaces().Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IEnumerable<>))) yield return contract;
    }

    private MimeBundle OfName(string name)
    {
        if (name.Length is 0 or > LongestName || !Name().IsMatch(name))
            return Sentence("help(\"…\") takes the name of a type, a member or a variable, such as \"Population\" or \"Population.Where\". A text as a value has the type string: help(typeof(string)).");
        return (Inspect(name) ?? Candidates(name).Select(Inspect).FirstOrDefault(found => found is not null))?.Data
            ?? session.Assistant.Help.Search(name).Data;
    }

    /// <summary>A cell's thread may be stopped at any moment, and the compiler's state must not be left half changed: it is asked on another.</summary>
    private Inspection? Inspect(string name) =>
        Task.Run(() => session.Assistant.Inspect(name, name.Length, detailed: true, CancellationToken.None)).GetAwaiter().GetResult();

    /// <summary>The full names that a name may have whose namespace is not imported, or whose type parameters are left out.</summary>
    private IEnumerable<string> Candidates(string name)
    {
        var parts = name.Split('.', 2);
        var assemblies = session.CSharp.Chain.Assemblies;
        foreach (var type in assemblies.Types.Types(parts[0], assemblies.References).Where(type => !type.IsHidden).OrderBy(type => type.Arity))
        {
            var arguments = type.Arity == 0 ? "" : type.Arity == 1 ? "<T>" : $"<{string.Join(',', Enumerable.Range(1, type.Arity).Select(i => FormattableString.Invariant($"T{i}")))}>";
            yield return $"global::{type.Namespace}.{type.Name}{arguments}{(parts.Length > 1 ? "." + parts[1] : "")}";
        }
    }

    [GeneratedRegex(@"^[\p{L}_@][\w.]*$")]
    private static partial Regex Name();
}
