using Microsoft.CodeAnalysis;

namespace Phm.Notebook.Assistance;

/// <summary>Puts what fits into the order in which a list shows it.</summary>
internal static class CompletionRanking
{
    public const int MostItems = 1_000;

    public static IReadOnlyList<Completion> Rank(IEnumerable<Candidate> candidates, string typed)
    {
        var fitting = new List<(Candidate Candidate, int Match)>();
        foreach (var candidate in candidates)
            if (NameMatch.Of(candidate.Name, typed) is var match && match != NameMatch.None && CandidateSymbols.Judged(candidate) is { } judged) fitting.Add((judged, match));
        var seen = new HashSet<(string, string)>();
        return [.. fitting
            .OrderBy(found => found.Candidate.Rank).ThenBy(found => found.Match).ThenBy(found => found.Candidate.Order)
            .ThenBy(found => found.Candidate.Name, StringComparer.OrdinalIgnoreCase).ThenBy(found => found.Candidate.Name, StringComparer.Ordinal)
            .ThenBy(found => found.Candidate.Insertion, StringComparer.Ordinal)
            .Select(found => found.Candidate)
            .Where(candidate => seen.Add((candidate.Insertion ?? candidate.Name, candidate.Kind == CompletionKinds.Parameter ? candidate.Kind : "")))
            .Take(MostItems).Select(Write)];
    }

    private static Completion Write(Candidate candidate) => new(candidate.Insertion ?? candidate.Name, candidate.Kind)
    {
        Label = candidate.Name,
        Signature = candidate.Detail.Length > 0 || candidate.Symbol is null ? candidate.Detail : SymbolText.Detail(candidate.Symbol, candidate.Overloads),
    };
}
