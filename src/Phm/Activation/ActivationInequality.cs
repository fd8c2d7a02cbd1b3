using Phm.Disclosure;
using Phm.Presentation;
using Phm.Statistics;

namespace Phm.Activation;

/// <summary>
/// How activation differs by fifth of deprivation: the mean level and the share at level 1, with the slope index of inequality of each. Each
/// person counts once, as at the last questionnaire of the period.
/// </summary>
public sealed record ActivationInequality : Result
{
    private const int Fifths = 5;

    /// <summary>A tenth of a percent.</summary>
    private const int DecimalsOfShare = 3;

    private readonly ActivationStudy _study;
    private readonly int[][] _levels;
    private readonly CoverageGroups _groups;

    internal ActivationInequality(ActivationStudy study)
    {
        _study = study;
        var people = study.LastMeasured.Where(row => row.DeprivationFifth.HasValue).ToLookup(row => row.DeprivationFifth!.Value, row => row.Level);
        _levels = [.. Enumerable.Range(1, Fifths).Select(fifth => people[fifth].ToArray())];
        _groups = study.Deprivation.Levels;
    }

    /// <summary>People of a fifth of deprivation, 1 for the most deprived, who have a level.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such fifth.</exception>
    public DisclosedValue People(int fifth) => _groups.People(Checked(fifth) - 1);

    /// <summary>The mean level of a fifth of deprivation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such fifth.</exception>
    public DisclosedValue MeanLevel(int fifth) => Mean(Checked(fifth) - 1, mean => mean.Value);

    /// <summary>The share of a fifth of deprivation that is at level 1, from numbers as shown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such fifth.</exception>
    public DisclosedValue ShareAtLevel1(int fifth) => Share(Checked(fifth) - 1, share => share.Value);

    /// <summary>
    /// The slope index of inequality of the mean level: that of the least deprived end less that of the most deprived, by a line through the
    /// fifths. Suppressed where a fifth is; missing where a fifth has too few people to have a mean with an interval.
    /// </summary>
    public DisclosedValue SlopeOfMeanLevel => Slope(LevelIndex, index => index.Slope);

    /// <summary>The slope index of inequality of the share at level 1: that of the least deprived end less that of the most deprived. See <see cref="SlopeOfMeanLevel"/>.</summary>
    public DisclosedValue SlopeOfShareAtLevel1 => Slope(ShareIndex, index => index.Slope, DecimalsOfShare);

    /// <summary>The fifths of deprivation and, beneath, the slope indices.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"Patient activation by deprivation, {_study.Name}, {_study.Period}",
        Columns =
        [
            new("Fifth of deprivation"), new("People", ColumnFormat.Count), new("Mean level", ColumnFormat.Decimal2), new("95% from", ColumnFormat.Decimal2), new("to", ColumnFormat.Decimal2),
            new("At level 1", ColumnFormat.Percent), new("95% from", ColumnFormat.Percent), new("to", ColumnFormat.Percent),
        ],
        Rows =
        [
            .. Enumerable.Range(0, Fifths).Append(_groups.All).Select(Row),
            [
                "Slope index of inequality", "",
                SlopeOfMeanLevel, Slope(LevelIndex, index => index.SlopeInterval().Low), Slope(LevelIndex, index => index.SlopeInterval().High),
                SlopeOfShareAtLevel1, Slope(ShareIndex, index => index.SlopeInterval().Low, DecimalsOfShare), Slope(ShareIndex, index => index.SlopeInterval().High, DecimalsOfShare),
            ],
        ],
        TotalRows = [Fifths, Fifths + 1],
        Notes =
        [
            $"Everyone with a questionnaire in {_study.Period} and a known decile of deprivation, each counted once, as at the last one. It tells of those who were measured alone.",
            "Slope index: the least deprived end less the most deprived, by a line through the fifths (Low A, Low A. J Public Health 2004;26:388-395). Crude: fifths differ in age and illness. Intervals: Student of means, Wilson of shares, delta method of indices.",
            .. _study.Notes,
        ],
    };

    /// <summary>The fifths with the share at level 1 and its bounds, for a chart.</summary>
    internal IEnumerable<(string Fifth, DisclosedValue Share, DisclosedValue Low, DisclosedValue High)> ByFifth => Enumerable.Range(0, Fifths)
        .Select(fifth => (ActivationCoverage.FifthNames[fifth], Share(fifth, share => share.Value), Share(fifth, share => share.Interval().Low), Share(fifth, share => share.Interval().High)));

    /// <summary>The study that it is of.</summary>
    internal ActivationStudy Study => _study;

    private TableCell[] Row(int fifth) =>
    [
        fifth == _groups.All ? "All" : _groups.Names[fifth], _groups.People(fifth),
        Mean(fifth, mean => mean.Value), Mean(fifth, mean => mean.Interval().Low), Mean(fifth, mean => mean.Interval().High),
        Share(fifth, share => share.Value), Share(fifth, share => share.Interval().Low), Share(fifth, share => share.Interval().High),
    ];

    /// <summary>A mean is hidden with the count of people or of those at level 1: for a few people it would tell how they are split. That of all is hidden with any: it would tell the hidden sum.</summary>
    private DisclosedValue Mean(int fifth, Func<SampleMean, double> number)
    {
        if (fifth == _groups.All && Enumerable.Range(0, Fifths).Any(one => Mean(one, number).IsSuppressed)) return DisclosedValue.Suppressed;
        if (_groups.People(fifth).IsSuppressed || _groups.MeasuredPeople(fifth).IsSuppressed) return DisclosedValue.Suppressed;
        var levels = Levels(fifth);
        return levels.Length < 2 ? DisclosedValue.Missing : _study.Policy.Estimate(number(SampleMean.Of(levels)));
    }

    private DisclosedValue Share(int fifth, Func<Proportion, double> number) => DisclosedValue.Combine(
        _groups.MeasuredPeople(fifth), _groups.People(fifth), (part, all) => all == 0 ? double.NaN : number(Proportion.Of(Math.Min(part, all), all)));

    private double[] Levels(int fifth) => [.. (fifth == _groups.All ? _levels.SelectMany(levels => levels) : _levels[fifth]).Select(level => (double)level)];

    private DisclosedValue Slope(Func<InequalityIndex?> index, Func<InequalityIndex, double> number, int decimals = 2) =>
        Enumerable.Range(0, Fifths).Any(fifth => Mean(fifth, mean => mean.Value).IsSuppressed) ? DisclosedValue.Suppressed
        : index() is { } line ? _study.Policy.Estimate(number(line), decimals) : DisclosedValue.Missing;

    private InequalityIndex? LevelIndex()
    {
        if (_levels.Any(levels => levels.Length < 2)) return null;
        var means = Enumerable.Range(0, Fifths).Select(fifth => SampleMean.Of(Levels(fifth))).ToArray();
        return InequalityIndex.Of(IndicatorKind.Mean, [.. _levels.Select(levels => (double)levels.Length)], [.. means.Select(mean => mean.Value)], [.. means.Select(mean => mean.StandardError)]);
    }

    private InequalityIndex? ShareIndex()
    {
        double[] atLevel1 = [.. _levels.Select(levels => (double)levels.Count(level => level == 1))];
        return atLevel1.Zip(_levels).Any(pair => pair.First == 0 || pair.First == pair.Second.Length) ? null : InequalityIndex.OfProportions(atLevel1, [.. _levels.Select(levels => (double)levels.Length)]);
    }

    private static int Checked(int fifth) => fifth is >= 1 and <= Fifths ? fifth
        : throw new ArgumentOutOfRangeException(nameof(fifth), fifth, "A fifth of deprivation is 1 (the most deprived) to 5.");
}
