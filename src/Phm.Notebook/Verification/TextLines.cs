namespace Phm.Notebook.Verification;

/// <summary>A text as lines without trailing white space and without empty lines at its end.</summary>
internal sealed class TextLines
{
    private readonly List<(int Start, int End)> lines = [];

    public TextLines(string text)
    {
        Text = text;
        var end = text.AsSpan().TrimEnd().Length;
        for (var start = 0; start < end;)
        {
            var feed = text.IndexOf('\n', start, end - start);
            var stop = feed < 0 ? end : feed;
            lines.Add((start, start + text.AsSpan(start, stop - start).TrimEnd().Length));
            start = stop + 1;
        }
    }

    public string Text { get; }

    public int Count => lines.Count;

    /// <summary>The only line of a text of one, or nothing of an empty text.</summary>
    public (int Start, int End) Whole => lines.Count > 0 ? lines[0] : (0, 0);

    public (int Start, int End) this[int line] => lines[line];

    public ReadOnlySpan<char> Span(int line) => Text.AsSpan(lines[line].Start, lines[line].End - lines[line].Start);

    public IReadOnlyList<AlignmentKey> Keys(NumberNotation notation) =>
        [.. Enumerable.Range(0, Count).Select(line => new AlignmentKey(AlignmentDigest.Of(Span(line)), Shape(line, notation), 0))];

    private ulong Shape(int line, NumberNotation notation)
    {
        var digest = new AlignmentDigest();
        foreach (var token in TextTokens.Read(Text, lines[line].Start, lines[line].End, notation))
        {
            if (token.Kind == TokenKind.Number) digest.Add(1);
            else if (token.Kind != TokenKind.Space) digest.Add(token.In(Text));
        }
        return digest.Value;
    }
}
