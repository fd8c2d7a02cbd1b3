using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;
using Phm.Statistics;

namespace Phm.Activation;

/// <summary>
/// Who has been measured: people with a questionnaire of patient activation in a period, among everyone present in it, by age, sex,
/// deprivation and number of long-term conditions. A study of activation tells of these people, and nothing of the others.
/// </summary>
public sealed record ActivationCoverage : Result
{
    /// <summary>The most long-term conditions that stand apart; more are put together.</summary>
    private const int MostConditions = 4;

    private const int Fifths = 5;

    private readonly ActivationStudy _study;
    private readonly IReadOnlyList<CoverageGroups> _kinds;

    private ActivationCoverage(ActivationStudy study, IReadOnlyList<CoverageGroups> kinds) => (_study, _kinds) = (study, kinds);

    /// <summary>People present in the period.</summary>
    public DisclosedValue People => _kinds[0].People(_kinds[0].All);

    /// <summary>People who were measured.</summary>
    public DisclosedValue Measured => _kinds[0].MeasuredPeople(_kinds[0].All);

    /// <summary>The share of everyone that was measured, from numbers as shown.</summary>
    public DisclosedValue Share => ShareOf(_kinds[0], _kinds[0].All);

    /// <summary>How many times the share measured in the most deprived fifth is that in the least deprived, from numbers as shown.</summary>
    public DisclosedValue MostToLeastDeprived => Compare(ratio => ratio.Value);

    /// <summary>The bounds of the 95% interval of <see cref="MostToLeastDeprived"/>.</summary>
    public (DisclosedValue Low, DisclosedValue High) MostToLeastDeprivedInterval => (Compare(ratio => ratio.Interval().Low), Compare(ratio => ratio.Interval().High));

    private CoverageGroups Deprivation => _kinds[2];

    internal static ActivationCoverage Of(ActivationStudy study, AgeBands bands)
    {
        var population = study.Population;
        var measured = study.LastMeasured.Select(row => row.Patient).ToHashSet();
        var knowsConditions = population.Diagnoses.IsAvailable;
        int[] sizes = [bands.Count, Vocabulary<Sex>.All.Count + 1, MostConditions + 1];
        int[] starts = [0, sizes[0], sizes[0] + sizes[1]];
        var counts = population.Fold(study.Period, () => new long[2 * sizes.Sum()], (sums, person) =>
        {
            var isNot = measured.Contains(person.Index) ? 0 : 1;
            sums[2 * (starts[0] + bands.Of(person.Age)) + isNot]++;
            sums[2 * (starts[1] + (person.Sex is { } sex ? (int)sex - 1 : sizes[1] - 1)) + isNot]++;
            if (knowsConditions) sums[2 * (starts[2] + Math.Min(person.LongTermConditions, MostConditions)) + isNot]++;
        }, (sums, more) =>
        {
            for (var i = 0; i < sums.Length; i++) sums[i] += more[i];
        });
        CoverageGroups Groups(int kind, string name, IEnumerable<string> names) => new(name, [.. names], counts[(2 * starts[kind])..(2 * (starts[kind] + sizes[kind]))], study.Policy, study.Counts.HidesMeasured);
        CoverageGroups[] kinds =
        [
            Groups(0, "Age", bands.Names),
            Groups(1, "Sex", [.. Vocabulary<Sex>.All.Select(sex => sex.Name()), "Not recorded"]),
            study.Deprivation.Coverage,
        ];
        return new(study, knowsConditions ? [.. kinds, Groups(2, "Long-term conditions", ["0", "1", "2", "3", $"{MostConditions} or more"])] : kinds);
    }

    /// <summary>Every group of every kind: people, how many of them were measured, and the share with its interval.</summary>
    public override ResultTable ToTable()
    {
        (CoverageGroups Kind, int Group)[] groups = [.. from kind in _kinds from @group in Enumerable.Range(0, kind.Names.Count) where !kind.IsEmpty(@group) select (kind, @group)];
        return new()
        {
            Title = $"Who has been measured, {_study.Name}, {_study.Period}: people with a questionnaire of patient activation",
            Columns =
            [
                new("By"), new("Group"), new("People", ColumnFormat.Count), new("Measured", ColumnFormat.Count), new("Share", ColumnFormat.Percent),
                new("95% from", ColumnFormat.Percent), new("to", ColumnFormat.Percent),
            ],
            RowHeadings = 2,
            IsGrouped = true,
            Rows = [.. groups.Select(group => Row(group.Kind, group.Group, group.Kind.Kind, group.Kind.Names[group.Group])), Row(_kinds[0], _kinds[0].All, "Everyone", "")],
            TotalRows = [groups.Length],
            Notes =
            [
                $"Everyone alive and registered on any day of {_study.Period}; age on {_study.Period.First}, conditions of the period. Children count too: draw a cohort by .Where(…) to ask about adults or people with conditions alone.",
                DeprivationNote,
                "What a study of activation finds holds for those who were measured. Intervals: Wilson, from the numbers as shown.",
                _study.Policy.Note,
            ],
        };
    }

    /// <summary>The names of fifths of deprivation, the most deprived first.</summary>
    internal static IReadOnlyList<string> FifthNames { get; } = ["1 (most deprived)", "2", "3", "4", "5 (least deprived)"];

    /// <summary>The fifths of deprivation with the share that was measured and its bounds, for a chart.</summary>
    internal IEnumerable<(string Fifth, DisclosedValue Share, DisclosedValue Low, DisclosedValue High)> ByDeprivation => Enumerable.Range(0, Fifths)
        .Select(fifth => (FifthNames[fifth], ShareOf(Deprivation, fifth), Bound(Deprivation, fifth, interval => interval.Low), Bound(Deprivation, fifth, interval => interval.High)));

    /// <summary>The study that it is of.</summary>
    internal ActivationStudy Study => _study;

    private string DeprivationNote
    {
        get
        {
            if (MostToLeastDeprived.IsMissing) return "The most and the least deprived fifth cannot be compared: one has nobody, or nobody who was measured, or everyone in both was.";
            var column = new TableColumn("", ColumnFormat.Decimal2);
            var (low, high) = MostToLeastDeprivedInterval;
            return $"The share measured in the most deprived fifth is {column.Print(MostToLeastDeprived)} times that in the least deprived (95% {column.Print(low)} to {column.Print(high)}).";
        }
    }

    private static TableCell[] Row(CoverageGroups kind, int group, string by, string name) =>
        [by, name, kind.People(group), kind.MeasuredPeople(group), ShareOf(kind, group), Bound(kind, group, interval => interval.Low), Bound(kind, group, interval => interval.High)];

    private static DisclosedValue ShareOf(CoverageGroups kind, int group) => OfShown(kind, group, share => share.Value);

    private static DisclosedValue Bound(CoverageGroups kind, int group, Func<ConfidenceInterval, double> bound) => OfShown(kind, group, share => bound(share.Interval()));

    /// <summary>A number of the share as shown; rounding may have put the part above the whole.</summary>
    private static DisclosedValue OfShown(CoverageGroups kind, int group, Func<Proportion, double> number) => DisclosedValue.Combine(
        kind.MeasuredPeople(group), kind.People(group), (part, all) => all == 0 ? double.NaN : number(Proportion.Of(Math.Min(part, all), all)));

    private DisclosedValue Compare(Func<RiskRatio, double> number)
    {
        var (most, least) = (0, Fifths - 1);
        DisclosedValue[] shown = [Deprivation.MeasuredPeople(most), Deprivation.People(most), Deprivation.MeasuredPeople(least), Deprivation.People(least)];
        if (shown.Any(value => value.IsSuppressed)) return DisclosedValue.Suppressed;
        if (shown.Any(value => value.Value == 0) || (shown[0].Value >= shown[1].Value && shown[2].Value >= shown[3].Value)) return DisclosedValue.Missing;
        return DisclosedValue.Of(number(Share(most).RatioTo(Share(least))));

        Proportion Share(int fifth) => Proportion.Of(Math.Min(Deprivation.MeasuredPeople(fifth).Value, Deprivation.People(fifth).Value), Deprivation.People(fifth).Value);
    }
}
