using Phm.Populations;

namespace Phm.Ingest;

/// <summary>Looks for what can be told wrong from the data alone: the impossible, the doubled, the missing.</summary>
internal static class QualityChecks
{
    /// <summary>No one recorded has lived longer than 122 years; a living person above this age has most likely left or died unrecorded.</summary>
    private const int OldestPlausibleAge = 110;

    public static DataQuality Run(string source, Population population, IReadOnlyList<TableReport> tables, int unknownPractices, Period? period)
    {
        var covered = Covered(population.Activity);
        var last = period?.Last ?? covered?.Last;
        var findings = new List<QualityFinding>
        {
            People(population, "Death before birth", "Age at death is negative; the person counts as never present.",
                p => Knows(population, p, PatientFlags.HasDeath) && population.Patients.Death.Span[p] < population.Patients.Birth.Span[p]),
            People(population, $"Alive and over {OldestPlausibleAge}", "A death or a move that was not recorded swells the denominators of old age.",
                p => !Knows(population, p, PatientFlags.HasDeath) && last is { } day && day.AgeOf(population.Patients.Birth.Span[p]) > OldestPlausibleAge),
            new("Practice code not in practices", "patients", unknownPractices, unknownPractices, "The person counts in the system but in no locality."),
            WithoutPractice(population, unknownPractices),
            People(population, "No activity at all", "Truly healthy, or not linked: compare with neighbouring practices.",
                p => population.Activity.IsAvailable && population.Activity.RowsOf(p) is var rows && rows.Start.Value == rows.End.Value),
        };
        findings.AddRange(population.Tables.Events.SelectMany(table => EventFindings(population, table.Name, table.Table, period)));
        var activity = ActivityFaults.Of(population);
        findings.Add(Finding("Same as the row before", "activity", activity.Doubled, "The same contact may be counted and paid for twice."));
        findings.Add(Finding("No cost", "activity", activity.WithoutCost, "Spend is understated by the rows without a cost."));
        return new DataQuality(source, population.Count, covered, tables, [.. findings.Where(finding => finding.Rows > 0 || finding.Table is "patients" or "activity")]);
    }

    private static IEnumerable<QualityFinding> EventFindings(Population population, string name, EventTable table, Period? period)
    {
        var faults = EventFaults.Of(population, table, period);
        yield return Finding("Before birth", name, faults.BeforeBirth, "A wrong date, or a record of the mother.");
        yield return Finding("After death", name, faults.AfterDeath, "A wrong death date, or letters and claims that came late.");
        if (period is { } stated && table is ActivityTable) yield return Finding($"Outside the period {stated}", name, faults.Outside, "Analyses of that period pass over the rows.");
    }

    private static QualityFinding WithoutPractice(Population population, int unknownPractices)
    {
        var all = People(population, "No practice code", "The person counts in the system but in no locality.", p => !Knows(population, p, PatientFlags.HasPractice));
        return all with { Rows = all.Rows - unknownPractices, People = all.People - unknownPractices };
    }

    private static QualityFinding People(Population population, string check, string meaning, Func<int, bool> test)
    {
        long count = 0;
        for (var position = 0; position < population.Count; position++)
        {
            if (test(population.PatientAt(position))) count++;
        }
        return new(check, "patients", count, count, meaning);
    }

    private static QualityFinding Finding(string check, string table, RowTally tally, string meaning) => new(check, table, tally.Rows, tally.People, meaning);

    private static Period? Covered(ActivityTable activity)
    {
        if (activity.Rows == 0) return null;
        var (first, last) = (Day.Latest, Day.Earliest);
        foreach (var day in activity.Date.Span)
        {
            if (day < first) first = day;
            if (day > last) last = day;
        }
        return new Period(first, last);
    }

    private static bool Knows(Population population, int patient, PatientFlags flag) => (population.Patients.Flags.Span[patient] & flag) != 0;
}
