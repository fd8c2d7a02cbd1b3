namespace Phm.Statistics;

/// <summary>What counts, denominators and values have to be before a measure is made of them. A message names the group, never its value.</summary>
internal static class DataChecks
{
    /// <summary>A count of events or people: finite and 0 or more.</summary>
    public static double Count(double count, string name, int group = -1) => double.IsFinite(count) && count >= 0 ? count
        : throw new DataException($"The {name}{At(group)} {(double.IsFinite(count) ? "is below 0" : NotFinite(count))}, but a count is 0 or more: look at what computed it.");

    /// <summary>What a measure is divided by, or a weight: finite and above 0.</summary>
    public static double Positive(double amount, string name, int group = -1) => double.IsFinite(amount) && amount > 0 ? amount
        : throw new DataException($"The {name}{At(group)} {(!double.IsFinite(amount) ? NotFinite(amount) : amount == 0 ? "is 0" : "is below 0")}, but it has to be above 0: leave out or merge what has none.");

    /// <summary>Any number but NaN and infinity.</summary>
    public static double Finite(double value, string name, int group = -1) => double.IsFinite(value) ? value
        : throw new DataException($"The {name}{At(group)} {NotFinite(value)}: leave out what is missing, and mend what computed it.");

    public static double[] Counts(double[] counts, string name)
    {
        NotEmpty(counts, name);
        for (var i = 0; i < counts.Length; i++) Count(counts[i], name, i);
        return counts;
    }

    public static double[] Positives(double[] amounts, string name)
    {
        NotEmpty(amounts, name);
        for (var i = 0; i < amounts.Length; i++) Positive(amounts[i], name, i);
        return amounts;
    }

    public static void SameLength(int length, string name, int otherLength, string otherName)
    {
        if (length != otherLength) throw new DataException($"There are {length} groups in the {name}, but {otherLength} in the {otherName}: give both for the same groups in the same order.");
    }

    /// <summary>A part is no more than its whole.</summary>
    public static void Within(double numerator, double denominator, int group = -1)
    {
        if (numerator > denominator) throw new DataException($"The numerator{At(group)} is above its denominator, but a proportion is a part of a whole: look at how people are counted, or take a rate where one can count twice.");
    }

    /// <summary>The multiplier of a rate, as 100,000.</summary>
    public static double Per(double per) => double.IsFinite(per) && per > 0 ? per
        : throw new ArgumentOutOfRangeException(nameof(per), per, "A rate is given per a number above 0, as per 100,000.");

    private static void NotEmpty(double[] values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (values.Length == 0) throw new DataException($"There is no group in the {name}: give at least one.");
    }

    private static string At(int group) => group < 0 ? "" : $" of group {group + 1}";

    private static string NotFinite(double value) => double.IsNaN(value) ? "is no number (NaN)" : "is infinite";
}
