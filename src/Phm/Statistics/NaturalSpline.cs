namespace Phm.Statistics;

/// <summary>
/// A natural cubic spline basis without intercept. Cubic B-splines on the knots (de Boor, A Practical Guide to Splines, 1978) are
/// turned so that the second derivative is 0 at both boundary knots; beyond them each function goes on as a straight line.
/// </summary>
internal sealed class NaturalSpline
{
    private const int Order = 4;

    /// <summary>All knots, the boundary ones four times.</summary>
    private readonly double[] _knots;

    private readonly double _low;
    private readonly double _high;

    /// <summary>The basis as combinations of B-splines: one row a function, one column a B-spline.</summary>
    private readonly double[,] _combinations;

    private readonly double[] _valueAtLow;
    private readonly double[] _valueAtHigh;
    private readonly double[] _slopeAtLow;
    private readonly double[] _slopeAtHigh;

    public NaturalSpline(double low, IReadOnlyList<double> inner, double high)
    {
        (_low, _high) = (low, high);
        _knots = [low, low, low, low, .. inner, high, high, high, high];
        DegreesOfFreedom = inner.Count + 1;
        _combinations = NaturalCombinations();
        (_valueAtLow, _valueAtHigh) = (Combine(BSplines(low, 0)), Combine(BSplines(high, 0)));
        (_slopeAtLow, _slopeAtHigh) = (Combine(BSplines(low, 1)), Combine(BSplines(high, 1)));
    }

    public int DegreesOfFreedom { get; }

    /// <summary>Whether it has no inner knot to bend at.</summary>
    public bool IsLine => DegreesOfFreedom == 1;

    /// <summary>Whether another spline has all its knots.</summary>
    public bool IsWithin(NaturalSpline larger) => (_low, _high) == (larger._low, larger._high) && _knots.All(larger._knots.Contains);

    /// <summary>Inner knots at equally spaced quantiles (the seventh definition of Hyndman and Fan, 1996), boundary knots at the extremes.</summary>
    public static NaturalSpline WithKnotsAtQuantiles(string column, double[] sorted, int degreesOfFreedom)
    {
        var inner = Enumerable.Range(1, degreesOfFreedom - 1).Select(k => Quantile(sorted, (double)k / degreesOfFreedom)).ToArray();
        double[] all = sorted.Length == 0 ? [] : [sorted[0], .. inner, sorted[^1]];
        if (all.Length == 0 || all.Zip(all.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw new DataException($"A spline of '{column}' with {degreesOfFreedom} degrees of freedom has knots at quantiles that are equal: ask for fewer, or use the column as it is or in bands.");
        return new(all[0], inner, all[^1]);
    }

    /// <summary>Writes the value of each function of the basis at a point.</summary>
    public void Evaluate(double x, Span<double> into)
    {
        if (x < _low || x > _high)
        {
            var (value, slope, from) = x < _low ? (_valueAtLow, _slopeAtLow, _low) : (_valueAtHigh, _slopeAtHigh, _high);
            for (var k = 0; k < into.Length; k++) into[k] = value[k] + slope[k] * (x - from);
            return;
        }
        var span = Span(x);
        Span<double> local = stackalloc double[Order];
        Local(x, span, Order, local);
        for (var k = 0; k < into.Length; k++)
        {
            var sum = 0.0;
            for (var b = 0; b < Order; b++) sum += _combinations[k, span - Order + 1 + b] * local[b];
            into[k] = sum;
        }
    }

    private static double Quantile(double[] sorted, double share)
    {
        if (sorted.Length == 0) return double.NaN;
        var position = share * (sorted.Length - 1);
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /// <summary>The index of the knot at the left of the interval that a point lies in; the last interval holds its right end.</summary>
    private int Span(double x)
    {
        var last = _knots.Length - Order - 1;
        var span = Order - 1;
        while (span < last && x >= _knots[span + 1]) span++;
        return span;
    }

    /// <summary>The B-splines of an order that are not 0 in an interval, by the recurrence of Cox and de Boor.</summary>
    private void Local(double x, int span, int order, Span<double> into)
    {
        into[0] = 1;
        for (var k = 1; k < order; k++)
        {
            var saved = 0.0;
            for (var r = 0; r < k; r++)
            {
                var (left, right) = (_knots[span + 1 - k + r], _knots[span + 1 + r]);
                var share = into[r] / (right - left);
                into[r] = saved + (right - x) * share;
                saved = (x - left) * share;
            }
            into[k] = saved;
        }
    }

    /// <summary>All B-splines or a derivative of them at a point, each derivative as differences of those of the order below.</summary>
    private double[] BSplines(double x, int derivative)
    {
        var span = Span(x);
        var order = Order - derivative;
        var values = new double[_knots.Length];
        Local(x, span, order, values.AsSpan(span - order + 1, order));
        for (; order < Order; order++)
        {
            var raised = new double[_knots.Length];
            for (var i = span - order; i <= span; i++)
                raised[i] = order * (Share(values[i], _knots[i + order] - _knots[i]) - Share(values[i + 1], _knots[i + order + 1] - _knots[i + 1]));
            values = raised;
        }
        return values[..(_knots.Length - Order)];

        static double Share(double value, double width) => width > 0 ? value / width : 0;
    }

    private double[] Combine(double[] bSplines)
    {
        var result = new double[DegreesOfFreedom];
        for (var k = 0; k < result.Length; k++)
        {
            for (var b = 0; b < bSplines.Length; b++) result[k] += _combinations[k, b] * bSplines[b];
        }
        return result;
    }

    /// <summary>
    /// The orthogonal complement of the two conditions at the boundaries, among all B-splines but the first: two Householder reflections
    /// that triangulate the conditions, whose remaining rows are the functions.
    /// </summary>
    private double[,] NaturalCombinations()
    {
        var count = _knots.Length - Order - 1;
        double[][] conditions = [BSplines(_low, 2)[1..], BSplines(_high, 2)[1..]];
        var turn = new double[count, count];
        for (var i = 0; i < count; i++) turn[i, i] = 1;
        for (var step = 0; step < 2; step++)
        {
            var mirror = Reflection(conditions[step], step);
            foreach (var condition in conditions.Skip(step)) Reflect(condition, mirror, step);
            var column = new double[count];
            for (var c = 0; c < count; c++)
            {
                for (var i = 0; i < count; i++) column[i] = turn[i, c];
                Reflect(column, mirror, step);
                for (var i = 0; i < count; i++) turn[i, c] = column[i];
            }
        }
        var combinations = new double[DegreesOfFreedom, count + 1];
        for (var k = 0; k < DegreesOfFreedom; k++)
        {
            for (var c = 0; c < count; c++) combinations[k, c + 1] = turn[k + 2, c];
        }
        return combinations;
    }

    /// <summary>The vector of the reflection that zeroes a column below a row, scaled as LINPACK does: v = x / ±‖x‖ with 1 added at the row.</summary>
    private static double[] Reflection(double[] column, int from)
    {
        var norm = Math.Sqrt(column.Skip(from).Sum(value => value * value));
        var mirror = new double[column.Length];
        var sign = column[from] < 0 ? -norm : norm;
        for (var i = from; i < column.Length; i++) mirror[i] = column[i] / sign;
        mirror[from] += 1;
        return mirror;
    }

    private static void Reflect(double[] column, double[] mirror, int from)
    {
        var dot = 0.0;
        for (var i = from; i < column.Length; i++) dot += mirror[i] * column[i];
        for (var i = from; i < column.Length; i++) column[i] -= dot / mirror[from] * mirror[i];
    }
}
