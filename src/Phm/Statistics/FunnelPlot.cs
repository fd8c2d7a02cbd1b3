using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// Places set against their size, with the limits that chance keeps a place at the target within (Spiegelhalter DJ. Stat Med
/// 2005;24:1185-1202, doi:10.1002/sim.1970).
/// </summary>
/// <remarks>
/// Limits are exact binomial or Poisson ones, smoothed by interpolation between counts. The field's two and three standard deviations
/// are the probabilities <see cref="TwoSigma"/> and <see cref="ThreeSigma"/>. Where places differ by more than chance,
/// <see cref="WithOverdispersion"/> widens the limits by the variance between places.
/// </remarks>
public sealed record FunnelPlot : Result
{
    /// <summary>The probability of lying within "two standard deviations": 2.5% on each side.</summary>
    public const double TwoSigma = 0.95;

    /// <summary>The probability of lying within "three standard deviations": 0.1% on each side.</summary>
    public const double ThreeSigma = 0.998;

    private readonly double[] _values;
    private readonly double[] _sizes;

    private FunnelPlot(FunnelMeasure measure, double[] values, double[] sizes, double target, double per, FunnelOverdispersion? overdispersion)
    {
        (Measure, _values, _sizes, Target, Per, Overdispersion) = (measure, values, sizes, target, per, overdispersion);
        var hidden = Hidden();
        Points = [.. values.Select((value, i) => new FunnelPoint(value, sizes[i], Score(value, sizes[i]), Position(value, sizes[i])) { IsWithheld = hidden[i] })];
    }

    /// <summary>What is compared.</summary>
    public FunnelMeasure Measure { get; }

    /// <summary>What places are compared with.</summary>
    public double Target { get; }

    /// <summary>What values, target and limits are given per: 1 but for rates.</summary>
    public double Per { get; }

    /// <summary>The places, in the order in which they were given.</summary>
    public IReadOnlyList<FunnelPoint> Points { get; }

    /// <summary>The over-dispersion that limits allow for; null where they are those of chance alone.</summary>
    public FunnelOverdispersion? Overdispersion { get; }

    /// <summary>A funnel of shares.</summary>
    /// <param name="numerators">How many have the property in each place, from 0 to the denominator.</param>
    /// <param name="denominators">How many people there are in each place, above 0.</param>
    /// <param name="target">What they are compared with, between 0 and 1; the share of all places together where null.</param>
    /// <exception cref="DataException">A number lies outside its range, lengths differ, or the target would be 0 or 1.</exception>
    public static FunnelPlot OfProportions(double[] numerators, double[] denominators, double? target = null)
    {
        Check(numerators, "numerators", denominators, "denominators");
        for (var i = 0; i < numerators.Length; i++) DataChecks.Within(numerators[i], denominators[i], i);
        var chosen = DataChecks.Finite(target ?? numerators.Sum() / denominators.Sum(), "target");
        if (chosen is not (> 0 and < 1)) throw new DataException("The target of a funnel of proportions lies between 0 and 1, both left out: at none or all there is no chance to compare with.");
        return Of(FunnelMeasure.Proportion, numerators, denominators, chosen, 1);
    }

    /// <summary>A funnel of rates.</summary>
    /// <param name="events">The events of each place, 0 or more.</param>
    /// <param name="exposures">The people or person-years of each place, above 0.</param>
    /// <param name="target">What they are compared with, above 0, per the same number; the rate of all places together where null.</param>
    /// <param name="per">What rates are given per, above 0.</param>
    /// <exception cref="DataException">A number lies outside its range, lengths differ, or the target would be 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The multiplier is not above 0.</exception>
    public static FunnelPlot OfRates(double[] events, double[] exposures, double? target = null, double per = 100_000)
    {
        Check(events, "events", exposures, "exposures");
        DataChecks.Per(per);
        return Of(FunnelMeasure.Rate, events, exposures, DataChecks.Positive(target ?? events.Sum() / exposures.Sum() * per, "target"), per);
    }

    /// <summary>A funnel of standardised ratios.</summary>
    /// <param name="observed">The events observed in each place, 0 or more.</param>
    /// <param name="expected">The events expected in each place, above 0.</param>
    /// <param name="target">What they are compared with, above 0.</param>
    /// <exception cref="DataException">A number lies outside its range, or lengths differ.</exception>
    public static FunnelPlot OfRatios(double[] observed, double[] expected, double target = 1)
    {
        Check(observed, "observed events", expected, "expected events");
        return Of(FunnelMeasure.Ratio, observed, expected, DataChecks.Positive(target, "target"), 1);
    }

    /// <summary>The limits for a place of a size.</summary>
    /// <param name="size">People, exposure or expected events, above 0.</param>
    /// <param name="level">The probability of lying within: <see cref="TwoSigma"/>, <see cref="ThreeSigma"/> or any between 0 and 1.</param>
    /// <exception cref="DataException">The size is not above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ControlLimits Limits(double size, double level = TwoSigma)
    {
        DataChecks.Positive(size, "size");
        Tails.RequireLevel(level);
        return Overdispersion is { TauSquared: > 0 } spread ? Widened(size, level, spread.TauSquared)
            : new(Exact(size, (1 - level) / 2), Exact(size, (1 + level) / 2), level);
    }

    /// <summary>
    /// The funnel with limits that allow for a random effect of each place. On the scale where spread is steady (√ of rates and ratios, arcsine of √
    /// of shares) they are target ± z√(s² + τ²), and are taken back. Where chance explains all differences they remain as they are.
    /// </summary>
    /// <param name="winsorised">The share of places at each end whose scores are drawn in before τ² is estimated, so that true outliers do not hide themselves; from 0 to below 0.5. Where there are no outliers it makes limits too narrow: 89% instead of 95% of places lie within two standard deviations at 0.1, 95% at 0.</param>
    /// <exception cref="DataException">There are fewer than three places.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to below 0.5.</exception>
    public FunnelPlot WithOverdispersion(double winsorised = 0.1)
    {
        if (winsorised is not (>= 0 and < 0.5)) throw new ArgumentOutOfRangeException(nameof(winsorised), winsorised, "The share that is winsorised at each end is from 0 to below 0.5, as 0.1.");
        if (_values.Length < 3) throw new DataException("How far places differ is not known from fewer than three: keep the limits of chance.");
        var scores = Points.Select(point => point.Score).ToArray();
        return new(Measure, _values, _sizes, Target, Per, FunnelOverdispersion.Of(scores, Array.ConvertAll(_sizes, SteadyScale.Error), winsorised));
    }

    private static FunnelPlot Of(FunnelMeasure measure, double[] above, double[] below, double target, double per) =>
        new(measure, [.. above.Zip(below, (numerator, size) => numerator / size * per)], [.. below], target, per, null);

    private static void Check(double[] above, string nameAbove, double[] below, string nameBelow)
    {
        DataChecks.Counts(above, nameAbove);
        DataChecks.Positives(below, nameBelow);
        DataChecks.SameLength(above.Length, nameAbove, below.Length, nameBelow);
    }

    private double Exact(double size, double probability) => Measure == FunnelMeasure.Proportion
        ? Math.Clamp(ExactLimits.Binomial(size, Target, probability) / size, 0, 1)
        : Math.Max(0, ExactLimits.Poisson(Target / Per * size, probability) / size * Per);

    private ControlLimits Widened(double size, double level, double tauSquared)
    {
        var half = Tails.TwoSidedQuantile(level, double.PositiveInfinity) * Math.Sqrt(SteadyScale.Error(size) * SteadyScale.Error(size) + tauSquared);
        var target = SteadyScale.To(Measure, Target / Per);
        return new(SteadyScale.Back(Measure, target - half) * Per, SteadyScale.Back(Measure, target + half) * Per, level);
    }

    /// <summary>
    /// The places whose events can be counted from value and size, and are few (or, of a share, those without). The target is often that of all places
    /// together, so others are withheld beside them. See <see cref="HiddenGroups"/>.
    /// </summary>
    private bool[] Hidden()
    {
        var events = _values.Select((value, i) => value / Per * _sizes[i]).ToArray();
        return HiddenGroups.Of([.. events.Select(Whole)], Measure == FunnelMeasure.Proportion ? [.. events.Select((count, i) => Whole(_sizes[i] - count))] : null);

        static long Whole(double count) => count > 1e-9 ? Math.Max(1, (long)Math.Round(count)) : 0;
    }

    private double Score(double value, double size) => (SteadyScale.To(Measure, value / Per) - SteadyScale.To(Measure, Target / Per)) / SteadyScale.Error(size);

    private FunnelPosition Position(double value, double size)
    {
        var (two, three) = (Limits(size), Limits(size, ThreeSigma));
        return value < three.Low ? FunnelPosition.BelowThreeSigma : value < two.Low ? FunnelPosition.BelowTwoSigma
            : value > three.High ? FunnelPosition.AboveThreeSigma : value > two.High ? FunnelPosition.AboveTwoSigma : FunnelPosition.Within;
    }

    /// <summary>The places beyond the limits, or all where there are few, with the limits for their size. The default disclosure policy withholds what tells of few events; other numbers are shown as they were given.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"Funnel plot of {Points.Count} {(Points.Count == 1 ? "place" : "places")}: target {StatementWords.Value(Measure, Target)}{StatementWords.Per(Per)}",
        Preamble =
        [
            $"{Points.Count(point => point.Position != FunnelPosition.Within)} beyond two standard deviations, of these {Points.Count(point => point.Position is FunnelPosition.BelowThreeSigma or FunnelPosition.AboveThreeSigma)} beyond three",
            Overdispersion is null ? "limits of chance alone" : $"limits with over-dispersion: {Overdispersion}",
        ],
        Columns =
        [
            new("Place", ColumnFormat.Count), new("Size", ColumnFormat.Significant), new("Value", StatementWords.Format(Measure)), new("95% low", StatementWords.Format(Measure)), new("95% high", StatementWords.Format(Measure)), new("Position"),
        ],
        Rows = [.. Points.Index().Where(pair => Points.Count <= MostRows || pair.Item is { IsWithheld: false, Position: not FunnelPosition.Within }).Take(MostRows).Select(pair => Row(pair.Index, pair.Item))],
        Notes = ["Places are numbered in the order given. A place beyond the limits differs from the target by more than chance makes it; that says nothing of good and bad, nor of why.", .. Points.Any(point => point.IsWithheld) ? (string[])["[c]: so few events that the disclosure policy withholds them, or a place without which those could be worked out."] : [], .. Points.Count > MostRows ? (string[])[$"At most {MostRows} places beyond the limits are listed."] : []],
    };

    private const int MostRows = 30;

    private TableCell[] Row(int index, FunnelPoint point)
    {
        var limits = Limits(point.Size);
        if (point.IsWithheld) return [index + 1, point.Size, DisclosedValue.Suppressed, limits.Low, limits.High, DisclosedValue.SuppressedMark];
        return [index + 1, point.Size, point.Value, limits.Low, limits.High, StatementWords.Position(point.Position)];
    }
}
