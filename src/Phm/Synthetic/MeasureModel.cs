using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>One kind of measurement: whom it is taken of, how often, and the values.</summary>
internal sealed class MeasureModel
{
    private readonly MeasureKind _kind;
    private readonly double _mean;
    private readonly double _sd;
    private readonly double[] _with = new double[64];
    private readonly double[] _perYear = new double[64];
    private readonly double _everyone;
    private readonly double _ownShare;

    public MeasureModel(MeasureKind kind, SyntheticParameters parameters)
    {
        _kind = kind;
        _ownShare = parameters.Number("measured.own_share");
        _mean = parameters.Number($"measure.{kind.Code()}.mean");
        _sd = parameters.Number($"measure.{kind.Code()}.sd");
        foreach (var condition in Vocabulary<Condition>.All)
        {
            var with = $"measure.{kind.Code()}.with.{condition.Code()}";
            var rate = $"measured.{kind.Code()}.for.{condition.Code()}";
            if (parameters.Has(with)) _with[(int)condition] = parameters.Number(with);
            if (parameters.Has(rate)) _perYear[(int)condition] = parameters.Number(rate);
        }
        var everyone = $"measured.{kind.Code()}.everyone";
        _everyone = parameters.Has(everyone) ? parameters.Number(everyone) : 0;
    }

    /// <summary>Writes the measurements of a person; most of the spread lies between people, the rest between days.</summary>
    public void Add(int patient, Life life, ref RandomStream random, MeasurementRows rows)
    {
        var own = random.Normal();
        foreach (var year in life.Years)
        {
            var (rate, shift) = (year.Age >= 18 ? _everyone : 0, 0.0);
            for (var bits = year.Conditions.Bits; bits != 0; bits &= bits - 1)
            {
                var condition = System.Numerics.BitOperations.TrailingZeroCount(bits);
                rate = Math.Max(rate, _perYear[condition]);
                shift += _with[condition];
            }
            var count = random.Poisson(rate * year.Years);
            for (var i = 0; i < count; i++)
            {
                var value = _mean + shift + _sd * (_ownShare * own + Math.Sqrt(1 - _ownShare * _ownShare) * random.Normal());
                var (min, max) = MeasureRange.Of(_kind);
                var decimals = _kind is MeasureKind.Bmi or MeasureKind.Cholesterol ? 1 : 0;
                rows.Add(patient, year.From.Plus(random.Below(year.Days)), _kind, (float)Math.Round(Math.Clamp(value, min, max), decimals));
            }
        }
    }
}
