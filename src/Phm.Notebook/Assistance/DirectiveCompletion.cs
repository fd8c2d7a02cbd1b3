using System.Text.RegularExpressions;
using Phm.Notebook.CSharp;
using Phm.Notebook.Directives;
using Phm.Notebook.Kernels;

namespace Phm.Notebook.Assistance;

/// <summary>What may stand on a line that starts with <c>#</c>: directives, kernels, their options and the files that they read.</summary>
internal sealed partial class DirectiveCompletion(KernelDirectory kernels, FilePaths paths)
{
    private const string Start = "#!";

    private static readonly (string Name, string Form, string Meaning)[] OfTheCompiler =
    [
        ("#r", "\"FILE.dll\"", "References an assembly, or a project that is built first."), ("#load", "\"FILE.csx\"", "Runs a C# script in its place."),
    ];

    private static readonly string[] Assemblies = [".dll"];
    private static readonly string[] Scripts = [".csx", ".cs"];
    private static readonly string[] Importable = [".ipynb", ".dib", ".csx", ".cs", ".html"];

    /// <summary>The usages of directives and kernels that a line may start with.</summary>
    public IEnumerable<(DirectiveUsage Usage, bool IsKernel)> Usages =>
        Directive.All.Select(directive => (directive.Usage, false)).Concat(kernels.Usages.Select(usage => (usage, true)));

    /// <summary>A line whose <c>#</c> word is being written, or whose path is; null for other lines.</summary>
    /// <param name="line">The line up to the cursor.</param>
    /// <param name="cursor">The cursor's place in the cell.</param>
    public CompletionList? OfCompilerLine(string line, int cursor)
    {
        if (FileLine().Match(line) is { Success: true } file)
        {
            return paths.Complete(file.Groups["path"].Value, cursor, file.Groups["word"].Value == "r" ? IsReferenced : name => HasEnding(name, Scripts));
        }
        return FirstWord().Match(line) is { Success: true } word ? Words(word.Value, cursor, withCompiler: true) : null;
    }

    /// <summary>A line of a directive or selector.</summary>
    public CompletionList Complete(string line, int cursor)
    {
        if (line.Length < Start.Length || FirstWord().Match(line) is { Success: true }) return Words(line, cursor, withCompiler: false);
        var name = line[Start.Length..].Split([' ', '\t'], 2)[0];
        if (Usages.FirstOrDefault(found => found.Usage.Name == name).Usage is not { } usage) return new CompletionList(cursor, cursor, []);
        var rest = line[(Start.Length + name.Length)..].TrimStart();
        var typed = rest[(rest.LastIndexOfAny([' ', '\t']) + 1)..];
        var before = rest[..^typed.Length].TrimEnd();
        return Argument(usage, rest, before, typed, cursor);
    }

    private CompletionList Argument(DirectiveUsage usage, string rest, string before, string typed, int cursor)
    {
        if (usage.Name == "import") return paths.Complete(rest.TrimStart('"'), cursor, file => HasEnding(file, Importable));
        if (before.EndsWith("--from-file", StringComparison.Ordinal)) return paths.Complete(typed.TrimStart('"'), cursor, _ => true);
        if (DataSource().Match(rest) is { Success: true } source) return paths.Complete(source.Groups["path"].Value, cursor, _ => true);
        if (before.EndsWith("--from", StringComparison.Ordinal)) return List(kernels.Usages.Select(kernel => Of(kernel, kernel.Name, isKernel: true)), typed, cursor);
        if (usage.Options.Any(option => before.EndsWith(option, StringComparison.Ordinal))) return new CompletionList(cursor, cursor, []);
        var options = usage.Options.Where(option => !before.Split(' ').Contains(option)).Select(option => new Candidate(option, CompletionKinds.Directive));
        return List(usage.Name == "connect" && before.Length == 0 ? options.Prepend(new Candidate("sqlite", CompletionKinds.Keyword) { Rank = CandidateRank.Expected }) : options, typed, cursor);
    }

    private CompletionList Words(string line, int cursor, bool withCompiler)
    {
        var typed = line.TrimStart();
        var words = Usages.Select(found => Of(found.Usage, Start + found.Usage.Name, found.IsKernel));
        if (withCompiler) words = words.Concat(OfTheCompiler.Select(word => new Candidate(word.Name, CompletionKinds.Directive) { Detail = $"{word.Form}: {word.Meaning}" }));
        return List(words, typed, cursor);
    }

    private static Candidate Of(DirectiveUsage usage, string text, bool isKernel) =>
        new(text, isKernel ? CompletionKinds.Kernel : CompletionKinds.Directive) { Detail = usage.Form.Length == 0 ? usage.Meaning : $"{usage.Form}: {usage.Meaning}" };

    private static CompletionList List(IEnumerable<Candidate> candidates, string typed, int cursor) =>
        new(cursor - typed.Length, cursor, CompletionRanking.Rank(candidates, typed));

    private static bool IsReferenced(string name) => HasEnding(name, Assemblies) || ReferenceLines.IsProject(name);

    private static bool HasEnding(string name, string[] endings) => endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("""^\s*#(?<word>r|load)\s+"(?!nuget:)(?<path>[^"]*)$""", RegexOptions.CultureInvariant)]
    private static partial Regex FileLine();

    [GeneratedRegex(@"^\s*#!?[\w.\-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex FirstWord();

    [GeneratedRegex("""Data Source=(?<path>[^;"]*)$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DataSource();
}
