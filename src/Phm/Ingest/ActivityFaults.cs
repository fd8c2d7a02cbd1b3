using System.Runtime.CompilerServices;
using Phm.Populations;

namespace Phm.Ingest;

/// <summary>What looks wrong with activity beside its dates: one pass, compiled in full at its first call because it runs once.</summary>
internal sealed class ActivityFaults
{
    private RowTally _doubled;
    private RowTally _withoutCost;

    /// <summary>Rows that are the same as the person's row before.</summary>
    public RowTally Doubled => _doubled;

    /// <summary>Rows without a cost.</summary>
    public RowTally WithoutCost => _withoutCost;

    public static ActivityFaults Of(Population population) =>
        population.FoldPartitions(() => new ActivityFaults(), (faults, partition) => faults.Add(partition), (faults, more) => faults.Merge(more));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(Partition partition)
    {
        var t = partition.Population.Activity;
        var offsets = t.Offsets.Span;
        var dates = t.Date.Span;
        var points = t.Point.Span;
        var flags = t.Flags.Span;
        var ends = t.End.Span;
        var costs = t.Cost.Span;
        var diagnoses = t.Diagnosis.Span;
        var providers = t.Provider.Span;
        for (var position = partition.Start; position < partition.End; position++)
        {
            var patient = partition.PatientAt(position);
            var (doubled, withoutCost) = (0, 0);
            var start = offsets[patient];
            for (var row = start; row < offsets[patient + 1]; row++)
            {
                if ((flags[row] & ActivityFlags.HasCost) == 0) withoutCost++;
                if (row > start && dates[row] == dates[row - 1] && costs[row] == costs[row - 1] && points[row] == points[row - 1] && flags[row] == flags[row - 1]
                    && ends[row] == ends[row - 1] && diagnoses[row] == diagnoses[row - 1] && providers[row] == providers[row - 1]) doubled++;
            }
            _doubled.Add(doubled);
            _withoutCost.Add(withoutCost);
        }
    }

    private void Merge(ActivityFaults more)
    {
        _doubled.Merge(more._doubled);
        _withoutCost.Merge(more._withoutCost);
    }
}
