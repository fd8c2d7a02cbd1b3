namespace Phm.Notebook.Verification;

/// <summary>Parts that occur exactly once on each side: the longest run of them that stands in the same order on both.</summary>
internal static class AlignmentAnchors
{
    public static IReadOnlyList<(int Kept, int Obtained)> Of(
        IReadOnlyList<AlignmentKey> kept, int k, int kEnd, IReadOnlyList<AlignmentKey> obtained, int o, int oEnd)
    {
        var (keptOnce, obtainedOnce) = (Once(kept, k, kEnd), Once(obtained, o, oEnd));
        var common = new List<(int Kept, int Obtained)>();
        for (var i = k; i < kEnd; i++)
            if (keptOnce[kept[i].Exact] == i && obtainedOnce.TryGetValue(kept[i].Exact, out var other) && other >= 0 && kept[i].Kind == obtained[other].Kind) common.Add((i, other));
        return LongestRising(common);
    }

    /// <summary>The place of each digest, or -1 where it occurs more than once.</summary>
    private static Dictionary<ulong, int> Once(IReadOnlyList<AlignmentKey> keys, int start, int end)
    {
        var places = new Dictionary<ulong, int>();
        for (var i = start; i < end; i++)
            if (!places.TryAdd(keys[i].Exact, i)) places[keys[i].Exact] = -1;
        return places;
    }

    /// <summary>The longest rising subsequence, by patience sorting.</summary>
    private static List<(int Kept, int Obtained)> LongestRising(List<(int Kept, int Obtained)> common)
    {
        var tops = new List<int>();
        var before = new int[common.Count];
        for (var i = 0; i < common.Count; i++)
        {
            var (low, high) = (0, tops.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (common[tops[middle]].Obtained < common[i].Obtained) low = middle + 1;
                else high = middle;
            }
            before[i] = low > 0 ? tops[low - 1] : -1;
            if (low == tops.Count) tops.Add(i);
            else tops[low] = i;
        }
        var rising = new List<(int Kept, int Obtained)>();
        for (var at = tops.Count > 0 ? tops[^1] : -1; at >= 0; at = before[at]) rising.Add(common[at]);
        rising.Reverse();
        return rising;
    }
}
