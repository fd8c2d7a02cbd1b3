namespace Phm.Statistics;

/// <summary>
/// Which rows of a table or points of a curve may be shown where each counts people from the first on: two rows that are few people apart would tell these by
/// subtraction, so that none or at least as many as a count may show lie between each row and the one shown before it.
/// </summary>
internal static class ToldApart
{
    /// <param name="counts">For each row the people of each kind that are counted by then, none of which falls from row to row.</param>
    /// <param name="isAllowed">Whether a row may be shown at all.</param>
    /// <param name="isInTable">Rows that come first: those of the table, between which a chart shows only what is as far from both of its neighbours. All alike where null.</param>
    /// <returns>Whether each row is shown.</returns>
    public static bool[] Shown(IReadOnlyList<int[]> counts, IReadOnlyList<bool> isAllowed, IReadOnlyList<bool>? isInTable = null)
    {
        var shown = new bool[counts.Count];
        if (isInTable is not null) Extend(counts, shown, k => isAllowed[k] && isInTable[k]);
        Extend(counts, shown, k => isAllowed[k]);
        return shown;
    }

    private static void Extend(IReadOnlyList<int[]> counts, bool[] shown, Func<int, bool> isCandidate)
    {
        var (next, last) = (new int[shown.Length], (int[]?)null);
        for (var (k, after) = (shown.Length - 1, -1); k >= 0; k--)
        {
            next[k] = after;
            if (shown[k]) after = k;
        }
        for (var k = 0; k < shown.Length; k++)
        {
            shown[k] = shown[k] || isCandidate(k) && !FewLieBetween(last, counts[k]) && (next[k] < 0 || !FewLieBetween(counts[k], counts[next[k]]));
            if (shown[k]) last = counts[k];
        }
    }

    /// <summary>Whether few people of a kind lie between two rows; the first row comes after nobody.</summary>
    private static bool FewLieBetween(int[]? before, int[] after) => after.Where((count, kind) => CountText.IsFew(count - (before?[kind] ?? 0))).Any();
}
