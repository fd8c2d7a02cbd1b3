using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>The part of a financial year in which a person was present, with the state in its middle.</summary>
/// <param name="Number">Which year of the records it is, from 0.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Age">Age in the middle, in years.</param>
/// <param name="Conditions">Conditions in the middle.</param>
/// <param name="Deficits">Deficits in the middle.</param>
/// <param name="LastMonths">How many of the days lie in the last six months of life.</param>
internal readonly record struct LifeYear(int Number, Day From, Day To, double Age, ConditionSet Conditions, int Deficits, int LastMonths)
{
    public int Days => To.DaysSince(From) + 1;

    public double Years => Days / 365.25;

    /// <summary>0 fit, 1 mild, 2 moderate, 3 severe: the bands of the electronic frailty index (Clegg 2016).</summary>
    public int Frailty => Deficits switch { >= 13 => 3, >= 9 => 2, >= 5 => 1, _ => 0 };

    /// <summary>A day of these, uniformly, the last months weighing as much as their rate is raised.</summary>
    public Day Pick(ref RandomStream random, double lastMonthsWeight)
    {
        var ordinary = Days - LastMonths;
        var at = random.Uniform() * (ordinary + LastMonths * lastMonthsWeight);
        return From.Plus(at < ordinary ? (int)at : Math.Min(Days - 1, ordinary + (int)((at - ordinary) / lastMonthsWeight)));
    }
}
