using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;
using Phm.Statistics;

namespace Phm.Activation;

/// <summary>
/// Mean use around a questionnaire by level of activation, as it is: nothing is taken into account. The shape is that of Table 1 of Barker
/// 2018 (doi:10.1136/bmjqs-2017-007635), with who the people at each level are beneath.
/// </summary>
public sealed record CrudeUse : Result
{
    /// <summary>The column of all levels, after those of the levels.</summary>
    private const int All = LevelCounts.Levels;

    private readonly ActivationStudy _study;

    /// <summary>What is not suppressed is exact here; see <see cref="Shown"/>.</summary>
    private readonly Dictionary<ActivationOutcome, (DisclosedValue Mean, DisclosedValue Deviation)[]> _use;

    internal CrudeUse(ActivationStudy study)
    {
        _study = study;
        _use = study.Outcomes.ToDictionary(outcome => outcome, OfOutcome);
    }

    /// <summary>The mean count of an outcome around a questionnaire at a level, 1 to 4; at any where none is named.</summary>
    /// <exception cref="ArgumentException">The data do not tell the outcome, or there is no such level.</exception>
    public DisclosedValue Mean(ActivationOutcome outcome, int? level = null) => Shown(Of(outcome, level).Mean);

    /// <summary>The standard deviation of the counts, over n - 1.</summary>
    /// <exception cref="ArgumentException">The data do not tell the outcome, or there is no such level.</exception>
    public DisclosedValue StandardDeviation(ActivationOutcome outcome, int? level = null) => Shown(Of(outcome, level).Deviation);

    /// <summary>How many times the mean at a level is that at another; missing where that is 0.</summary>
    /// <exception cref="ArgumentException">The data do not tell the outcome, or there is no such level.</exception>
    public DisclosedValue Ratio(ActivationOutcome outcome, int level = 4, int to = 1) =>
        Shown(DisclosedValue.Combine(Of(outcome, level).Mean, Of(outcome, to).Mean, (a, b) => b == 0 ? double.NaN : a / b));

    /// <summary>The study's outcomes, and beneath them age and conditions: mean and standard deviation by level.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"Crude use by level of patient activation, {_study.Name}, {_study.Period}: mean around a questionnaire and standard deviation (SD)",
        Columns =
        [
            new("Around a questionnaire"),
            .. Enumerable.Range(1, LevelCounts.Levels).Select(level => $"Level {level}").Append("All")
                .SelectMany(name => (TableColumn[])[new(name, ColumnFormat.Decimal2), new("SD", ColumnFormat.Decimal2)]),
            new("Level 4 / level 1", ColumnFormat.Decimal2),
        ],
        Rows = [.. _study.Outcomes.Select(outcome => Row(outcome.Name(), _use[outcome], Ratio(outcome))), .. People().Select(row => Row(row.Name, row.Values, ""))],
        TotalRows = [.. Enumerable.Range(_study.Outcomes.Count, People().Length)],
        Notes =
        [
            "Crude: people at different levels differ in age, deprivation and illness, and nothing here takes that into account. A mean is suppressed where few people have any of what is counted.",
            .. _study.UseNotes,
            .. _study.Notes,
        ],
    };

    /// <summary>The study that it is of.</summary>
    internal ActivationStudy Study => _study;

    /// <summary>Whether so few people have any of an outcome at a level, 1 to 4, that nothing is told of it.</summary>
    internal bool IsHidden(ActivationOutcome outcome, int level) => Of(outcome, level).Mean.IsSuppressed;

    private (DisclosedValue Mean, DisclosedValue Deviation) Of(ActivationOutcome outcome, int? level) =>
        !_use.TryGetValue(outcome, out var levels) ? throw new ArgumentException($"The data do not tell '{outcome.Name()}'. They tell {string.Join(", ", _study.Outcomes.Select(known => known.Name()))}.", nameof(outcome))
        : level is null or (>= 1 and <= LevelCounts.Levels) ? levels[level is null ? All : level.Value - 1]
        : throw new ArgumentOutOfRangeException(nameof(level), level, "A level of patient activation is 1, 2, 3 or 4.");

    private (DisclosedValue Mean, DisclosedValue Deviation)[] OfOutcome(ActivationOutcome outcome)
    {
        double Value(Questionnaire row) => _study.Count(row, outcome);
        var levels = Enumerable.Range(1, LevelCounts.Levels).Select(level => Summary(level, Value, row => Value(row) > 0)).ToArray();
        return WithAll(levels, Summary(0, Value, row => Value(row) > 0));
    }

    /// <summary>Where one level is hidden, all levels together are too: the hidden sum is what the others leave of it.</summary>
    private static (DisclosedValue Mean, DisclosedValue Deviation)[] WithAll((DisclosedValue Mean, DisclosedValue Deviation)[] levels, (DisclosedValue Mean, DisclosedValue Deviation) all) =>
        [.. levels, levels.Any(level => level.Mean.IsSuppressed) ? (DisclosedValue.Suppressed, DisclosedValue.Suppressed) : all];

    private (DisclosedValue Mean, DisclosedValue Deviation) Summary(int level, Func<Questionnaire, double> value, Func<Questionnaire, bool> contributes)
    {
        var rows = level == 0 ? _study.Studied : [.. _study.Studied.Where(row => row.Level == level)];
        if (_study.Counts.IsHidden(level) || _study.Policy.Suppresses(ActivationStudy.People(rows.Where(contributes)))) return (DisclosedValue.Suppressed, DisclosedValue.Suppressed);
        var values = Array.ConvertAll(rows, row => value(row));
        if (values.Length < 2) return (values.Length == 0 ? DisclosedValue.Missing : DisclosedValue.Of(values[0]), DisclosedValue.Missing);
        var mean = SampleMean.Of(values);
        return (DisclosedValue.Of(mean.Value), DisclosedValue.Of(mean.StandardDeviation));
    }

    private (string Name, (DisclosedValue Mean, DisclosedValue Deviation)[] Values)[] People()
    {
        (DisclosedValue Mean, DisclosedValue Deviation)[] Levels(Func<Questionnaire, double> value) => WithAll([.. Enumerable.Range(1, LevelCounts.Levels).Select(level => Summary(level, value, _ => true))], Summary(0, value, _ => true));
        (string, (DisclosedValue Mean, DisclosedValue Deviation)[]) age = ("Age on the day", Levels(row => row.Age));
        return !_study.Population.Diagnoses.IsAvailable ? [age]
            : [age, ("Physical long-term conditions", Levels(row => row.PhysicalConditions)), ("Mental long-term conditions", Levels(row => row.MentalConditions))];
    }

    /// <summary>A number that is not suppressed, without the digits that would tell the counts it was made from.</summary>
    private DisclosedValue Shown(DisclosedValue exact) => exact.IsShown ? _study.Policy.Estimate(exact.Value) : exact;

    private TableCell[] Row(string name, (DisclosedValue Mean, DisclosedValue Deviation)[] values, TableCell ratio) =>
        [name, .. values.SelectMany(value => (TableCell[])[Shown(value.Mean), Shown(value.Deviation)]), ratio];
}
