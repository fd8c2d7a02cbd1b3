using MathNet.Numerics.Distributions;

namespace Phm.Synthetic;

/// <summary>
/// When a liability turns into a condition. A person of liability x, standard normal over people, has the condition at an age exactly
/// where x exceeds the threshold that leaves the prevalence of that age, sex and decile above it. Prevalence is met at every age, and
/// onset and remission follow from how it changes with age.
/// </summary>
internal sealed class OnsetTable
{
    public const int OldestAge = 110;

    private readonly double[] _threshold;
    private readonly bool _lasting;

    /// <param name="prevalence">Prevalence by completed age, for each sex and decile.</param>
    /// <param name="lasting">Whether the condition never ends; a fall of prevalence with age is then levelled.</param>
    public OnsetTable(Func<int, bool, int, double> prevalence, bool lasting)
    {
        _lasting = lasting;
        _threshold = new double[2 * 10 * (OldestAge + 1)];
        foreach (var isMale in (bool[])[false, true])
        {
            for (var decile = 1; decile <= 10; decile++)
            {
                var highest = 0.0;
                for (var age = 0; age <= OldestAge; age++)
                {
                    var share = Math.Clamp(prevalence(age, isMale, decile), 0, 0.97);
                    highest = Math.Max(highest, share);
                    share = lasting ? highest : share;
                    _threshold[Index(isMale, decile) + age] = share <= 0 ? double.PositiveInfinity : -Normal.InvCDF(0, 1, share);
                }
            }
        }
    }

    /// <summary>The ages between which a person has the condition, or null where they never have it before an age.</summary>
    /// <param name="liability">The person's liability.</param>
    /// <param name="isMale">The person's sex.</param>
    /// <param name="decile">The person's decile.</param>
    /// <param name="until">The age up to which life is looked at.</param>
    public (double Onset, double End)? Find(double liability, bool isMale, int decile, double until)
    {
        var threshold = _threshold.AsSpan(Index(isMale, decile), OldestAge + 1);
        var last = Math.Clamp((int)until + 1, 0, OldestAge);
        var age = 0;
        if (_lasting)
        {
            // Thresholds never rise, so the last one tells at once about the many who never have the condition.
            if (!(liability > threshold[last])) return null;
        }
        while (age <= last && !(liability > threshold[age])) age++;
        if (age > last) return null;
        var onset = Crossing(threshold, age, liability);
        if (_lasting) return (onset, double.PositiveInfinity);
        var end = age + 1;
        while (end <= last && liability > threshold[end]) end++;
        return (onset, end > last ? double.PositiveInfinity : Crossing(threshold, end, liability));
    }

    /// <summary>The age between two birthdays at which the threshold passes the liability; from birth where it did so at once.</summary>
    private static double Crossing(ReadOnlySpan<double> threshold, int age, double liability)
    {
        if (age == 0) return 0;
        var (before, after) = (threshold[age - 1], threshold[age]);
        // An infinite threshold has no place on the line; spread such onsets by the liability's own fraction.
        return double.IsInfinity(before) || double.IsInfinity(after)
            ? age - 1 + (liability * 1000 - Math.Floor(liability * 1000))
            : age - 1 + (before - liability) / (before - after);
    }

    private static int Index(bool isMale, int decile) => ((isMale ? 10 : 0) + decile - 1) * (OldestAge + 1);
}
