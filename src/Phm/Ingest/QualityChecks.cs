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
            People(population, "Death before birth", "Age at death is negative; the person is present in no period, unless it holds both days.",
                p => Knows(population, p, PatientFlags.HasDeath) && population.Patients.Death.Span[p] < population.Patients.Birth.Span[p]),
            People(population, "Registration ended before it began", "The person is present in no period, unless it holds both days.",
                p => Knows(population, p, PatientFlags.HasRegisteredFrom) && Knows(population, p, PatientFlags.HasRegisteredTo)
                    && population.Patients.RegisteredTo.Span[p] < population.Patients.RegisteredFrom.Span[p]),
            People(population, $"Alive and over {OldestPlausibleAge}", "A death or a move that was not recorded swells the denominators of old age.",
                p => !Knows(population, p, PatientFlags.HasDeath) && last is { } day && day.AgeOf(population.Patients.Birth.Span[p]) > OldestPlausibleAge),
            new("Practice code not in practices", "patients", unknownPractices, unknownPractices, "The person counts in the system but in no locality."),
            WithoutPractice(population, unknownPractices),
            People(population, "No activity at all", "Truly healthy, or not linked: compare with neighbouring practices.",
                p => population.Activity.IsAvailable && population.Activity.RowsOf(p) is var rows && rows.Start.Value == rows.End.Value),
        };
        findings.AddRange(population.Tables.Events.SelectMany(table => EventFindings(population, table.Name, table.Table, period)));
        findings.Add(Doubled(population));
        findings.Add(DoubledDiagnoses(population));
        findings.Add(DoubledDeficits(population));
        findings.Add(WithoutCost(population));
        return new DataQuality(source, population.Count, covered, tables, [.. findings.Where(finding => finding.Rows > 0 || finding.Table is "patients" or "activity")]);
    }

    private static IEnumerable<QualityFinding> EventFindings(Population population, string name, EventTable table, Period? period)
    {
        var patients = population.Patients;
        yield return Events(population, name, table, "Before birth", "A wrong date, or a record of the mother.", (p, row) => table.Date.Span[row] < patients.Birth.Span[p]);
        yield return Events(population, name, table, "After death", "A wrong death date, or letters and claims that came late.",
            (p, row) => Knows(population, p, PatientFlags.HasDeath) && table.Date.Span[row] > patients.Death.Span[p]);
        if (period is { } stated && table is ActivityTable)
        {
            yield return Events(population, name, table, $"Outside the period {stated}", "Analyses of that period pass over the rows.", (_, row) => !stated.Contains(table.Date.Span[row]));
        }
    }

    private static QualityFinding WithoutPractice(Population population, int unknownPractices)
    {
        var all = People(population, "No practice code", "The person counts in the system but in no locality.", p => !Knows(population, p, PatientFlags.HasPractice));
        return all with { Rows = all.Rows - unknownPractices, People = all.People - unknownPractices };
    }

    private static QualityFinding Doubled(Population population)
    {
        var t = population.Activity;
        return Events(population, "activity", t, "Same as the row before", "The same contact may be counted and paid for twice.", (p, row) =>
        {
            if (row == t.RowsOf(p).Start.Value) return false;
            var before = row - 1;
            return t.Date.Span[row] == t.Date.Span[before] && t.Point.Span[row] == t.Point.Span[before] && t.Flags.Span[row] == t.Flags.Span[before]
                && t.End.Span[row] == t.End.Span[before] && t.Cost.Span[row] == t.Cost.Span[before]
                && t.Diagnosis.Span[row] == t.Diagnosis.Span[before] && t.Provider.Span[row] == t.Provider.Span[before];
        });
    }

    private static QualityFinding DoubledDiagnoses(Population population)
    {
        var t = population.Diagnoses;
        return Events(population, "diagnoses", t, "Same as a row before", "Nothing: the condition counts once.", (p, row) =>
        {
            for (var before = row - 1; before >= t.RowsOf(p).Start.Value && t.Date.Span[before] == t.Date.Span[row]; before--)
            {
                if (t.Condition.Span[before] == t.Condition.Span[row] && t.HasEnd.Span[before] == t.HasEnd.Span[row] && t.End.Span[before] == t.End.Span[row]) return true;
            }
            return false;
        });
    }

    private static QualityFinding DoubledDeficits(Population population)
    {
        var t = population.Deficits;
        return Events(population, "deficits", t, "Deficit recorded before", "Nothing: a deficit counts once, from its first day.",
            (p, row) => t.Deficit.Span[t.RowsOf(p).Start.Value..row].Contains(t.Deficit.Span[row]));
    }

    private static QualityFinding WithoutCost(Population population) =>
        Events(population, "activity", population.Activity, "No cost", "Spend is understated by the rows without a cost.", (_, row) => (population.Activity.Flags.Span[row] & ActivityFlags.HasCost) == 0);

    private static QualityFinding People(Population population, string check, string meaning, Func<int, bool> test)
    {
        long count = 0;
        for (var position = 0; position < population.Count; position++)
        {
            if (test(population.PatientAt(position))) count++;
        }
        return new(check, "patients", count, count, meaning);
    }

    private static QualityFinding Events(Population population, string name, EventTable table, string check, string meaning, Func<int, int, bool> test)
    {
        var (rows, people) = (0L, 0L);
        for (var position = 0; position < population.Count; position++)
        {
            var patient = population.PatientAt(position);
            var before = rows;
            var (start, end) = (table.RowsOf(patient).Start.Value, table.RowsOf(patient).End.Value);
            for (var row = start; row < end; row++)
            {
                if (test(patient, row)) rows++;
            }
            if (rows > before) people++;
        }
        return new(check, name, rows, people, meaning);
    }

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
