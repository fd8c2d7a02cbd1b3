namespace Phm.Notebook.Verification;

/// <summary>
/// Compares texts by tokens: numbers with tolerance, all else exactly. How much white space stands between tokens is layout, which
/// follows the width of numbers; it counts only where nothing else differs.
/// </summary>
internal sealed class TextComparison(Tolerance tolerance, DifferenceList differences)
{
    private const int LongestByTokens = 8 * 1024 * 1024;

    /// <param name="kept">The kept text.</param>
    /// <param name="obtained">The obtained one.</param>
    /// <param name="notation">How numbers stand in it.</param>
    /// <param name="place">The text's place within the output, or nothing.</param>
    public void Compare(string kept, string obtained, NumberNotation notation, Func<string> place)
    {
        if (kept == obtained) return;
        if (Math.Max(kept.Length, obtained.Length) > LongestByTokens)
        {
            ExactText.Compare(kept, obtained, differences, place, "The texts are longer than 8 million characters and were compared exactly.");
            return;
        }
        var before = differences.Count;
        var (a, b) = (new TextLines(Unify(kept)), new TextLines(Unify(obtained)));
        if (a.Count <= 1 && b.Count <= 1) new LinePair(a.Text, a.Whole, b.Text, b.Whole, notation, place).Compare(tolerance, differences);
        else
        {
            foreach (var (k, o) in Alignment.Of(a.Keys(notation), b.Keys(notation))) CompareLines(a, b, k, o, notation, place);
        }
        if (differences.Count == before) CompareLayout(a, b, notation, place);
    }

    /// <summary>As <see cref="Compare"/>, of a text that is part of a larger value: there white space at its end counts too.</summary>
    public void ComparePart(string kept, string obtained, Func<string> place)
    {
        if (kept == obtained) return;
        var before = differences.Count;
        Compare(kept, obtained, NumberNotation.Prose, place);
        if (differences.Count == before) differences.Add(Verdict.Changed, () => new("Only white space at the end of lines differs.", place(), MarkedExcerpt.Of(kept), MarkedExcerpt.Of(obtained)));
    }

    private static string Unify(string text) => text.Contains('\r') ? text.ReplaceLineEndings("\n") : text;

    private void CompareLines(TextLines kept, TextLines obtained, int? k, int? o, NumberNotation notation, Func<string> place)
    {
        if (k is { } keptLine && o is { } obtainedLine)
        {
            if (kept.Span(keptLine).SequenceEqual(obtained.Span(obtainedLine))) return;
            new LinePair(kept.Text, kept[keptLine], obtained.Text, obtained[obtainedLine], notation, () => Line(place, keptLine)).Compare(tolerance, differences);
            return;
        }
        if (k is { } left && !kept.Span(left).IsEmpty)
            differences.Add(Verdict.Changed, () => new("The run does not give this line.", Line(place, left), Whole(kept, left)));
        if (o is { } added && !obtained.Span(added).IsEmpty)
            differences.Add(Verdict.Changed, () => new("The run gives a line that the notebook has not kept.", Line(place, added), "", Whole(obtained, added)));
    }

    private static string Whole(TextLines lines, int line) => MarkedExcerpt.Of(lines.Text, lines[line].Start, lines[line].End, lines[line].Start, lines[line].End);

    private static string Line(Func<string> place, int line) => Places.Join(place(), $"line {Places.Number(line + 1)}");

    /// <summary>All tokens are the same: what is left is white space, which matters to a reader of plain text but not in geometry.</summary>
    private void CompareLayout(TextLines kept, TextLines obtained, NumberNotation notation, Func<string> place)
    {
        if (notation == NumberNotation.Geometry) return;
        for (var line = 0; line < Math.Max(kept.Count, obtained.Count); line++)
        {
            if (line < kept.Count && line < obtained.Count && kept.Span(line).SequenceEqual(obtained.Span(line))) continue;
            var at = line;
            differences.Add(Verdict.Changed, () => new("Only white space differs.", kept.Count > 1 ? Line(place, at) : place(), at < kept.Count ? Whole(kept, at) : "", at < obtained.Count ? Whole(obtained, at) : ""));
            return;
        }
    }
}
