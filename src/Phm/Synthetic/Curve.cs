namespace Phm.Synthetic;

/// <summary>A function of age given at some ages and straight between them; level before the first and after the last.</summary>
internal sealed class Curve
{
    private readonly double[] _at;
    private readonly double[] _value;

    public Curve(IEnumerable<(double At, double Value)> points)
    {
        var sorted = points.OrderBy(point => point.At).ToArray();
        _at = [.. sorted.Select(point => point.At)];
        _value = [.. sorted.Select(point => point.Value)];
    }

    /// <summary>The value at an age.</summary>
    public double this[double age]
    {
        get
        {
            if (age <= _at[0]) return _value[0];
            for (var i = 1; i < _at.Length; i++)
            {
                if (age > _at[i]) continue;
                return _value[i - 1] + (_value[i] - _value[i - 1]) * (age - _at[i - 1]) / (_at[i] - _at[i - 1]);
            }
            return _value[^1];
        }
    }

    /// <summary>The value at the last given age that is not above an age: a step function, for values stated by bands.</summary>
    public double Step(double age)
    {
        var i = _at.Length - 1;
        while (i > 0 && age < _at[i]) i--;
        return _value[i];
    }

    /// <summary>The same curve with every value changed by a function.</summary>
    public Curve Map(Func<double, double> function) => new(_at.Zip(_value, (at, value) => (at, function(value))));
}
