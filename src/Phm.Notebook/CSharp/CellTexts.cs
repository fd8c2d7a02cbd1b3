using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Phm.Notebook.CSharp;

/// <summary>The texts of a session's cells and of the scripts that they load, as their authors wrote them, for places of errors.</summary>
internal sealed class CellTexts
{
    private const int Longest = 120;

    private readonly Dictionary<string, SourceText> texts = new(StringComparer.Ordinal);

    /// <summary>Keeps the texts of a cell; a later one takes the place of an earlier one of its name.</summary>
    public void Add(IEnumerable<SyntaxTree> trees)
    {
        foreach (var tree in trees) texts[tree.FilePath] = tree.GetText();
    }

    /// <summary>What is written on a line, bounded and without its indentation; null where that is not known, or nothing.</summary>
    /// <param name="name">The cell's or script's name.</param>
    /// <param name="line">The line, counted from 1.</param>
    public string? Line(string name, int line)
    {
        if (!texts.TryGetValue(name, out var text) || line < 1 || line > text.Lines.Count) return null;
        var written = text.Lines[line - 1].ToString().Trim();
        if (written.Length <= Longest) return written.Length == 0 ? null : written;
        return written[..(char.IsHighSurrogate(written[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }
}
