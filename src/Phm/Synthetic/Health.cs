using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>
/// What a person lives with and from which age: two liabilities, and from them every condition and deficit. One object serves one
/// person after the other, so that millions of lives need no garbage.
/// </summary>
internal sealed class Health(IReadOnlyList<ConditionModel> conditions, IReadOnlyList<DeficitModel> deficits, Deficit?[] deficitOfCondition, SyntheticParameters parameters)
{
    private readonly double _deficitLiability = parameters.Number("deficit.liability");

    /// <summary>For each condition the age at which it began, or not a number.</summary>
    public double[] Onset { get; } = new double[64];

    /// <summary>For each condition the age at which it ended; infinite where it goes on.</summary>
    public double[] End { get; } = new double[64];

    /// <summary>For each deficit the age at which it was first recorded, or not a number.</summary>
    public double[] DeficitOnset { get; } = new double[64];

    /// <summary>Draws a person's health up to an age.</summary>
    public void Draw(Sketch person, ulong seed, double until)
    {
        var random = new RandomStream(seed, person.Stream, Purpose.Health);
        var physical = random.Normal();
        var mental = random.Normal();
        Array.Fill(Onset, double.NaN);
        Array.Fill(End, double.PositiveInfinity);
        Array.Fill(DeficitOnset, double.NaN);
        foreach (var model in conditions)
        {
            var liability = model.Physical * physical + model.Mental * mental + model.Own * random.Normal();
            if (model.Onsets.Find(liability, person.IsMale, person.Decile, until) is not { } span || span.Onset > until) continue;
            Onset[(int)model.Condition] = span.Onset;
            End[(int)model.Condition] = span.End;
            if (deficitOfCondition[(int)model.Condition] is { } deficit) Record(deficit, span.Onset);
        }
        var own = Math.Sqrt(1 - _deficitLiability * _deficitLiability);
        foreach (var model in deficits)
        {
            var liability = _deficitLiability * physical + own * random.Normal();
            if (model.Onsets.Find(liability, person.IsMale, person.Decile, until) is { } span && span.Onset <= until) Record(model.Deficit, span.Onset);
        }
    }

    /// <summary>The conditions at an age.</summary>
    public ConditionSet At(double age)
    {
        ulong bits = 0;
        for (var i = 0; i < Vocabulary<Condition>.All.Count; i++)
        {
            if (Onset[i] <= age && End[i] > age) bits |= 1UL << i;
        }
        return new(bits);
    }

    /// <summary>How many deficits were recorded by an age.</summary>
    public int DeficitsAt(double age)
    {
        var count = 0;
        for (var i = 0; i < Vocabulary<Deficit>.All.Count; i++)
        {
            if (DeficitOnset[i] <= age) count++;
        }
        return count;
    }

    private void Record(Deficit deficit, double age)
    {
        ref var onset = ref DeficitOnset[(int)deficit];
        if (!(onset <= age)) onset = age;
    }
}
