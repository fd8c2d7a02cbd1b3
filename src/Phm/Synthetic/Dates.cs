using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>Ages as calendar days.</summary>
internal static class Dates
{
    /// <summary>The day on which a person reaches an age, not after the last day that can be held.</summary>
    public static Day At(Sketch person, double age) => person.Birth.Plus(Math.Clamp((int)(age * 365.25), 0, Day.Latest.DaysSince(person.Birth)));
}
