using Phm.Notebook.Directives;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Assistance;

/// <summary>The part of a cell in which the cursor is: a directive's line, or all lines of one language.</summary>
/// <param name="Language">The kernel's name, or null for a directive's line.</param>
/// <param name="Text">
/// The cell with all other parts blank, so that every offset is one of the cell. All line ends are LF or a space and LF.
/// </param>
/// <param name="LineStart">Where the cursor's line starts.</param>
/// <param name="LineEnd">Where the cursor's line ends.</param>
internal sealed record CellPart(string? Language, string Text, int LineStart, int LineEnd)
{
    public const string CSharp = "csharp";

    /// <summary>Stands in an empty line, which belongs to a part only if something stands there.</summary>
    private const string Mark = "_";

    private const string DirectiveStart = "#!";

    /// <summary>The cell is read anew after each directive; one with more is nothing that a person types.</summary>
    private const int MostDirectives = 100;

    /// <summary>Whether a cell has so many lines that look like directives that it is not taken apart.</summary>
    public static bool HasTooManyDirectives(string code) => code.AsSpan().Count(DirectiveStart) > MostDirectives;

    /// <summary>The line up to the cursor.</summary>
    public string Before(int cursor) => Text[LineStart..cursor];

    public static CellPart At(string code, int cursor, Func<string, bool> isKernel)
    {
        var text = WithLineFeeds(code);
        var lines = text.Split('\n');
        var (line, start) = (0, 0);
        while (start + lines[line].Length < cursor) start += lines[line++].Length + 1;
        var languages = Languages(lines, line, isKernel);
        var own = lines[line].StartsWith(DirectiveStart, StringComparison.Ordinal) && lines[line].Trim() == DirectiveStart ? null : languages[line];
        if (own is null) languages[line] = null;
        for (var i = 0; i < lines.Length; i++)
            if (own is null ? i != line : languages[i] != own) lines[i] = new string(' ', lines[i].Length);
        return new CellPart(own, string.Join('\n', lines), start, start + lines[line].Length);
    }

    /// <summary>The kernel of each line; null for directives.</summary>
    private static string?[] Languages(string[] lines, int cursorLine, Func<string, bool> isKernel)
    {
        var languages = lines.Select(line => line.StartsWith(DirectiveStart, StringComparison.Ordinal) ? null : CSharp).ToArray();
        if (lines.Count(line => line.TrimStart().StartsWith(DirectiveStart, StringComparison.Ordinal)) > MostDirectives) return languages;
        var marked = lines.Select((line, i) => i == cursorLine && string.IsNullOrWhiteSpace(line) ? Mark : line);
        try
        {
            foreach (var step in CellSplitter.Split(string.Join('\n', marked), null, isKernel))
                if (step is TextStep part) languages.AsSpan(part.Line - 1)[..Math.Min(part.Text.Count(c => c == '\n') + 1, lines.Length - part.Line + 1)].Fill(part.Kernel);
        }
        catch (CellFailedException)
        {
            // A directive with spaces before it: what comes before it is split already.
        }
        return languages;
    }

    /// <summary>The same number of characters with no other line end than LF.</summary>
    private static string WithLineFeeds(string code) => code.AsSpan().IndexOfAny("\r\f\u0085\u2028\u2029") < 0 ? code
        : string.Create(code.Length, code, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = source[i] is '\r' && i + 1 < source.Length && source[i + 1] == '\n' ? ' '
                    : source[i] is '\r' or '\f' or '\u0085' or '\u2028' or '\u2029' ? '\n' : source[i];
        });
}
