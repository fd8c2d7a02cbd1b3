using Microsoft.CodeAnalysis;

namespace Phm.Notebook.Exporting;

/// <summary>The using directives of all cells, once each and sorted, with those that the dialect imports by itself.</summary>
internal static class ScriptUsings
{
    private static readonly string[] Imports =
        ["using System;", "using System.Collections;", "using System.Collections.Generic;", "using System.Linq;", "using System.Text;", "using System.Threading.Tasks;"];

    /// <summary>So that <c>display(x)</c> and the dialect's other words need no qualifying name.</summary>
    private const string Words = "using static NotebookDisplay;";

    public static IEnumerable<string> Of(IReadOnlyList<ScriptPart> parts, string notebook)
    {
        var aliases = new Dictionary<string, (string Text, int Cell)>(StringComparer.Ordinal);
        var all = new HashSet<string>(Imports, StringComparer.Ordinal) { Words };
        foreach (var part in parts)
        {
            foreach (var directive in part.Root.Usings)
            {
                var text = directive.WithGlobalKeyword(default).WithoutTrivia().NormalizeWhitespace().ToString();
                if (directive.Alias?.Name.Identifier.Text is { } alias && !aliases.TryAdd(alias, (text, part.Cell)) && aliases[alias].Text != text)
                    throw ScriptReader.Refuse(notebook, part.Cell, $"the name '{alias}' stands for something else in cell {aliases[alias].Cell}, and a script has one meaning for it. Rename one of them.");
                all.Add(text);
            }
        }
        return all.OrderBy(Group).ThenBy(text => text.TrimEnd(';'), StringComparer.Ordinal);
    }

    private static int Group(string text) =>
        text.Contains('=') ? 3 : text.StartsWith("using static ", StringComparison.Ordinal) ? 2 : text.StartsWith("using System", StringComparison.Ordinal) ? 0 : 1;
}
