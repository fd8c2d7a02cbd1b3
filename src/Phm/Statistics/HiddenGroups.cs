namespace Phm.Statistics;

/// <summary>
/// Which of several groups are withheld where the events of all together are known: those with few events, and others beside them until neither the events of the
/// withheld together are few nor those of any one can be worked out.
/// </summary>
internal static class HiddenGroups
{
    /// <summary>Withholds groups.</summary>
    /// <param name="events">How many events each group has.</param>
    /// <param name="others">How many people of each group have none, where these too may be counted; null where events are not out of people.</param>
    public static bool[] Of(IReadOnlyList<long> events, IReadOnlyList<long>? others = null)
    {
        IReadOnlyList<long>[] kinds = others is null ? [events] : [events, others];
        var hidden = Enumerable.Range(0, events.Count).Select(i => kinds.Any(kind => IsFew(kind[i]))).ToArray();
        if (!hidden.Contains(true)) return hidden;
        // A group without events protects nothing until all that have some are withheld.
        foreach (var next in Enumerable.Range(0, events.Count).Where(i => !hidden[i]).OrderBy(i => kinds.Any(kind => kind[i] == 0)).ThenBy(i => kinds.Min(kind => kind[i])).ToList())
        {
            if (IsSafe([.. Enumerable.Range(0, events.Count).Where(i => hidden[i])], kinds)) break;
            hidden[next] = true;
        }
        return hidden;
    }

    private static bool IsFew(long count) => count < int.MaxValue && CountText.IsFew((int)count);

    /// <summary>Whether no few are left in the withheld groups together, and each of these may have one event more or less with another that has one less or more.</summary>
    private static bool IsSafe(int[] hidden, IReadOnlyList<long>[] kinds) =>
        kinds.All(kind => hidden.Sum(i => kind[i]) is var sum && (sum == 0 || !IsFew(sum)))
        && Array.TrueForAll(hidden, i => Array.Exists(hidden, j => j != i && (MayMove(i, j, kinds) || MayMove(j, i, kinds))));

    /// <summary>Whether a reader who knows that a withheld group has an event at least, and one without, could suppose one event of a group in another.</summary>
    private static bool MayMove(int from, int to, IReadOnlyList<long>[] kinds) => kinds[0][from] > 1 && (kinds.Length == 1 || kinds[1][to] > 1);
}
