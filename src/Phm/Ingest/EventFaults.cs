using System.Runtime.CompilerServices;
using Phm.Populations;

namespace Phm.Ingest;

/// <summary>What looks wrong with the dates of events: one pass over a table, compiled in full at its first call because it runs once.</summary>
internal sealed class EventFaults
{
    private RowTally _beforeBirth;
    private RowTally _afterDeath;
    private RowTally _outside;

    /// <summary>Events before the person's birth.</summary>
    public RowTally BeforeBirth => _beforeBirth;

    /// <summary>Events after the person's death.</summary>
    public RowTally AfterDeath => _afterDeath;

    /// <summary>Events outside the period.</summary>
    public RowTally Outside => _outside;

    public static EventFaults Of(Population population, EventTable table, Period? period)
    {
        // Without a period nothing lies outside it.
        var stated = period ?? new Period(Day.Earliest, Day.Latest);
        return population.FoldPartitions(() => new EventFaults(), (faults, partition) => faults.Add(partition, table, stated), (faults, more) => faults.Merge(more));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(Partition partition, EventTable table, Period period)
    {
        var patients = partition.Population.Patients;
        var flags = patients.Flags.Span;
        var births = patients.Birth.Span;
        var deaths = patients.Death.Span;
        var offsets = table.Offsets.Span;
        var dates = table.Date.Span;
        for (var position = partition.Start; position < partition.End; position++)
        {
            var patient = partition.PatientAt(position);
            var birth = births[patient];
            var last = (flags[patient] & PatientFlags.HasDeath) != 0 ? deaths[patient] : Day.Latest;
            var (before, after, outside) = (0, 0, 0);
            foreach (var date in dates[offsets[patient]..offsets[patient + 1]])
            {
                before += date < birth ? 1 : 0;
                after += date > last ? 1 : 0;
                outside += period.Contains(date) ? 0 : 1;
            }
            _beforeBirth.Add(before);
            _afterDeath.Add(after);
            _outside.Add(outside);
        }
    }

    private void Merge(EventFaults more)
    {
        _beforeBirth.Merge(more._beforeBirth);
        _afterDeath.Merge(more._afterDeath);
        _outside.Merge(more._outside);
    }
}
