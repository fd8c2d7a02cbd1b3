using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phm.Notebook.Assistance;

/// <summary>Names of the parameters of the call around the cursor.</summary>
internal static class ArgumentCandidates
{
    public static IEnumerable<Candidate> Of(CellSketch sketch)
    {
        if (sketch.Token.Parent?.Parent is not ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax list } argument) yield break;
        var before = list.Arguments.Take(list.Arguments.IndexOf(argument)).ToList();
        var used = before.Select(earlier => earlier.NameColon?.Name.Identifier.ValueText).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in TargetTypes.Overloads(list, sketch.Model))
        {
            var places = before.TakeWhile(earlier => earlier.NameColon is null).Count();
            foreach (var parameter in method.Parameters.Skip(places))
            {
                if (used.Contains(parameter.Name) || !seen.Add(parameter.Name)) continue;
                yield return new Candidate(parameter.Name + ":", CompletionKinds.Parameter)
                {
                    Detail = SymbolText.OfMember(method), Rank = CandidateRank.Expected, Order = 2 + parameter.Ordinal,
                };
            }
        }
    }
}
