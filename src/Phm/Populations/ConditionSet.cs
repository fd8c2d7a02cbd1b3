using System.Numerics;

namespace Phm.Populations;

/// <summary>A set of conditions, in eight bytes.</summary>
/// <param name="Bits">Bit <c>i</c> stands for the condition with number <c>i</c>.</param>
public readonly record struct ConditionSet(ulong Bits)
{
    /// <summary>
    /// The long-term conditions that are counted for multimorbidity: every <see cref="Condition"/> except pregnancy (an episode),
    /// palliative care (a state of care), obesity and non-diabetic hyperglycaemia (risk factors). Learning disability and physical
    /// disability count: they last.
    /// </summary>
    public static ConditionSet LongTerm { get; } = All.Without(
        Condition.Pregnancy, Condition.PalliativeCare, Condition.Obesity, Condition.NonDiabeticHyperglycaemia);

    /// <summary>The long-term conditions of mental health.</summary>
    public static ConditionSet Mental { get; } = Of(
        Condition.Depression, Condition.Anxiety, Condition.SeriousMentalIllness, Condition.Dementia,
        Condition.AlcoholProblems, Condition.SubstanceMisuse);

    /// <summary>
    /// What stands in place of a set where the data came without diagnoses: the highest bit, which is no condition's. That it is one bit
    /// lets a rule that runs over millions of people ask for it at no cost.
    /// </summary>
    internal static ConditionSet NotKnown { get; } = new(1UL << 63);

    private static ConditionSet All => Of([.. Vocabulary<Condition>.All]);

    /// <summary>How many conditions are in the set.</summary>
    public int Count => BitOperations.PopCount(Bits);

    /// <summary>Whether this is <see cref="NotKnown"/>.</summary>
    internal bool IsNotKnown => (long)Bits < 0;

    /// <summary>The set of these conditions.</summary>
    public static ConditionSet Of(params ReadOnlySpan<Condition> conditions)
    {
        ulong bits = 0;
        foreach (var condition in conditions) bits |= Bit(condition);
        return new(bits);
    }

    /// <summary>Whether a condition is in the set.</summary>
    public bool Contains(Condition condition) => (Bits & Bit(condition)) != 0;

    /// <summary>The set and one condition more.</summary>
    public ConditionSet With(Condition condition) => new(Bits | Bit(condition));

    /// <summary>The set without these conditions.</summary>
    public ConditionSet Without(params ReadOnlySpan<Condition> conditions) => new(Bits & ~Of(conditions).Bits);

    /// <summary>The conditions that are in both sets.</summary>
    public ConditionSet And(ConditionSet other) => new(Bits & other.Bits);

    /// <summary>The conditions in the set, joined by commas.</summary>
    public override string ToString()
    {
        var set = this;
        return string.Join(", ", Vocabulary<Condition>.All.Where(set.Contains).Select(condition => condition.Name()));
    }

    private static ulong Bit(Condition condition) => 1UL << (int)condition;
}
