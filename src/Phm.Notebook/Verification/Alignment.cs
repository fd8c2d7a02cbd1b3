namespace Phm.Notebook.Verification;

/// <summary>
/// Pairs the parts of two sequences in order, so that what was inserted or left out does not make all that follows look changed.
/// Parts of different kinds are never paired.
/// </summary>
internal sealed class Alignment
{
    private const int LargestTable = 250_000;

    private readonly IReadOnlyList<AlignmentKey> kept;
    private readonly IReadOnlyList<AlignmentKey> obtained;
    private readonly List<(int? Kept, int? Obtained)> pairs = [];

    private Alignment(IReadOnlyList<AlignmentKey> kept, IReadOnlyList<AlignmentKey> obtained)
    {
        this.kept = kept;
        this.obtained = obtained;
    }

    /// <summary>The pairs in order; a part without a partner stands alone.</summary>
    public static IReadOnlyList<(int? Kept, int? Obtained)> Of(IReadOnlyList<AlignmentKey> kept, IReadOnlyList<AlignmentKey> obtained)
    {
        var alignment = new Alignment(kept, obtained);
        // Where only numbers differ, the order says which belongs to which.
        if (kept.Count == obtained.Count && !kept.Where((key, i) => key.Shape != obtained[i].Shape || key.Kind != obtained[i].Kind).Any()) alignment.PairInOrder(0, kept.Count, 0, obtained.Count);
        else alignment.Between(0, kept.Count, 0, obtained.Count, mayAnchor: true);
        return alignment.pairs;
    }

    private void Between(int k, int kEnd, int o, int oEnd, bool mayAnchor)
    {
        while (k < kEnd && o < oEnd && IsSame(k, o)) pairs.Add((k++, o++));
        var tail = 0;
        while (kEnd - tail > k && oEnd - tail > o && IsSame(kEnd - tail - 1, oEnd - tail - 1)) tail++;
        var (kMiddle, oMiddle) = (kEnd - tail, oEnd - tail);
        if (k == kMiddle || o == oMiddle) Leave(k, kMiddle, o, oMiddle);
        else if ((long)(kMiddle - k) * (oMiddle - o) <= LargestTable) PairBest(k, kMiddle, o, oMiddle);
        else if (mayAnchor) BetweenAnchors(k, kMiddle, o, oMiddle);
        else PairInOrder(k, kMiddle, o, oMiddle);
        for (var i = 0; i < tail; i++) pairs.Add((kMiddle + i, oMiddle + i));
    }

    private bool IsSame(int k, int o) => kept[k].Exact == obtained[o].Exact && kept[k].Kind == obtained[o].Kind;

    /// <summary>Splits long sequences at parts that occur once on each side and in the same order.</summary>
    private void BetweenAnchors(int k, int kEnd, int o, int oEnd)
    {
        foreach (var (kAnchor, oAnchor) in AlignmentAnchors.Of(kept, k, kEnd, obtained, o, oEnd))
        {
            Between(k, kAnchor, o, oAnchor, mayAnchor: false);
            pairs.Add((kAnchor, oAnchor));
            (k, o) = (kAnchor + 1, oAnchor + 1);
        }
        Between(k, kEnd, o, oEnd, mayAnchor: false);
    }

    private void PairInOrder(int k, int kEnd, int o, int oEnd)
    {
        while (k < kEnd && o < oEnd)
        {
            if (kept[k].Kind == obtained[o].Kind) pairs.Add((k++, o++));
            else
            {
                pairs.Add((k++, null));
                pairs.Add((null, o++));
            }
        }
        Leave(k, kEnd, o, oEnd);
    }

    private void Leave(int k, int kEnd, int o, int oEnd)
    {
        for (; k < kEnd; k++) pairs.Add((k, null));
        for (; o < oEnd; o++) pairs.Add((null, o));
    }

    /// <summary>The pairing of greatest likeness: the textbook recurrence of sequence alignment.</summary>
    private void PairBest(int k, int kEnd, int o, int oEnd)
    {
        var (rows, columns) = (kEnd - k, oEnd - o);
        var best = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
            for (var j = columns - 1; j >= 0; j--)
                best[i, j] = Math.Max(Together(best, k, o, i, j), Math.Max(best[i + 1, j], best[i, j + 1]));
        var (row, column) = (0, 0);
        while (row < rows && column < columns)
        {
            if (best[row, column] == Together(best, k, o, row, column)) pairs.Add((k + row++, o + column++));
            else if (best[row, column] == best[row + 1, column]) pairs.Add((k + row++, null));
            else pairs.Add((null, o + column++));
        }
        Leave(k + row, kEnd, o + column, oEnd);
    }

    private int Together(int[,] best, int k, int o, int i, int j) =>
        Likeness(kept[k + i], obtained[o + j]) is > 0 and var likeness ? likeness + best[i + 1, j + 1] : -1;

    private static int Likeness(AlignmentKey kept, AlignmentKey obtained) =>
        kept.Kind != obtained.Kind ? 0 : kept.Exact == obtained.Exact ? 8 : kept.Shape == obtained.Shape ? 4 : 1;
}
