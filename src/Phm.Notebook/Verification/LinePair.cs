namespace Phm.Notebook.Verification;

/// <summary>Two lines, token by token: equal tokens at both ends, numbers within them compared, one difference for what lies between.</summary>
internal sealed class LinePair(
    string kept, (int Start, int End) keptLine, string obtained, (int Start, int End) obtainedLine, NumberNotation notation, Func<string> place)
{
    private readonly List<TextToken> keptTokens = Tokens(kept, keptLine, notation);
    private readonly List<TextToken> obtainedTokens = Tokens(obtained, obtainedLine, notation);
    private int keptNumbers;

    public void Compare(Tolerance tolerance, DifferenceList differences)
    {
        var most = Math.Min(keptTokens.Count, obtainedTokens.Count);
        var head = 0;
        while (head < most && Matches(head, head)) head++;
        var tail = 0;
        while (tail < most - head && Matches(keptTokens.Count - tail - 1, obtainedTokens.Count - tail - 1)) tail++;
        for (var i = 0; i < head; i++) CompareNumbers(i, i, tolerance, differences);
        var (keptEnd, obtainedEnd) = (keptTokens.Count - tail, obtainedTokens.Count - tail);
        if (head < keptEnd || head < obtainedEnd)
            differences.Add(Verdict.Changed, () => new(Reason(head, keptEnd, obtainedEnd), place(),
                Excerpt(kept, keptTokens, head, keptEnd, keptLine), Excerpt(obtained, obtainedTokens, head, obtainedEnd, obtainedLine)));
        for (var i = head; i < keptEnd; i++) CountNumber(i);
        for (var i = 0; i < tail; i++) CompareNumbers(keptEnd + i, obtainedEnd + i, tolerance, differences);
    }

    private static List<TextToken> Tokens(string text, (int Start, int End) line, NumberNotation notation)
    {
        var tokens = TextTokens.Read(text, line.Start, line.End, notation);
        tokens.RemoveAll(token => token.Kind == TokenKind.Space);
        return tokens;
    }

    private bool Matches(int k, int o)
    {
        var (a, b) = (keptTokens[k], obtainedTokens[o]);
        return a.Kind == b.Kind && (a.Kind == TokenKind.Number || a.In(kept).SequenceEqual(b.In(obtained)));
    }

    private void CompareNumbers(int k, int o, Tolerance tolerance, DifferenceList differences)
    {
        if (!CountNumber(k)) return;
        var (a, b) = (keptTokens[k], obtainedTokens[o]);
        var verdict = NumberComparison.Compare(a.In(kept), b.In(obtained), tolerance);
        if (verdict == Verdict.Identical) return;
        var number = keptNumbers;
        differences.Add(verdict, () => new(
            NumberComparison.Reason(a.In(kept), b.In(obtained), verdict),
            notation == NumberNotation.Geometry && keptTokens.FindAll(token => token.Kind == TokenKind.Number).Count > 1 ? Places.Join(place(), $"number {Places.Number(number)}") : place(),
            MarkedExcerpt.Of(kept, a.Start, a.End, keptLine.Start, keptLine.End),
            MarkedExcerpt.Of(obtained, b.Start, b.End, obtainedLine.Start, obtainedLine.End)));
    }

    private bool CountNumber(int k)
    {
        if (keptTokens[k].Kind != TokenKind.Number) return false;
        keptNumbers++;
        return true;
    }

    private static string Reason(int head, int keptEnd, int obtainedEnd) =>
        head == keptEnd ? "The run gives text that the notebook has not kept."
        : head == obtainedEnd ? "The run does not give this text."
        : "The text differs.";

    private static string Excerpt(string text, List<TextToken> tokens, int from, int to, (int Start, int End) line)
    {
        if (from < to) return MarkedExcerpt.Of(text, tokens[from].Start, tokens[to - 1].End, line.Start, line.End);
        var at = from > 0 ? tokens[from - 1].End : line.Start;
        return MarkedExcerpt.Of(text, at, at, line.Start, line.End);
    }
}
