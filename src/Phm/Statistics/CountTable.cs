namespace Phm.Statistics;

/// <summary>How much weight lies on each count, from which sums of functions of the counts alone are worked out once instead of row by row.</summary>
internal sealed class CountTable
{
    private const int Largest = 10_000_000;

    private readonly double[] _at;
    private readonly Frame _frame;

    private CountTable(Frame frame, double[] at, double total)
    {
        (_frame, _at, Total) = (frame, at, total);
        Above = new double[Math.Max(at.Length - 1, 0)];
        var above = 0.0;
        for (var k = Above.Length - 1; k >= 0; k--) Above[k] = above += at[k + 1];
    }

    /// <summary>The weight on rows whose count is above k, for k from 0; empty where counts have fractions.</summary>
    public double[] Above { get; }

    /// <summary>The weighted sum of the counts.</summary>
    public double Total { get; }

    public double Weight => _frame.Prior?.Sum() ?? _frame.Outcome.Length;

    /// <summary>The logarithm of the mean rate.</summary>
    public double Center => Math.Log(Total / (_frame.Offset is { } offset ? Sum(offset) : Weight));

    public static CountTable Of(Frame frame, Family family)
    {
        var (outcome, name) = (frame.Outcome, frame.Model.Outcome);
        var (whole, largest, total) = (true, 0.0, 0.0);
        for (var i = 0; i < outcome.Length; i++)
        {
            if (outcome[i] < 0) throw new DataException($"The outcome '{name}' is below 0 in row {frame.Selection[i] + 1}, but a count is 0 or more: look at what computed it.");
            whole &= Math.Floor(outcome[i]) == outcome[i];
            if (!whole && family != Family.QuasiPoisson)
                throw new DataException($"The outcome '{name}' has a fraction in row {frame.Selection[i] + 1}, but a count is a whole number: fit it as QuasiPoisson, or by Model.Amount where it is an amount.");
            largest = Math.Max(largest, outcome[i]);
            total += (frame.Prior?[i] ?? 1) * outcome[i];
        }
        if (largest == 0) throw new DataException($"The outcome '{name}' is 0 in every row that is used: there is nothing to explain.");
        if (!whole) return new(frame, [], total);
        if (largest > Largest) throw new DataException($"The outcome '{name}' goes above {Largest}, too large for a count: fit it by Model.Amount, or in larger units.");
        var at = new double[(int)largest + 1];
        for (var i = 0; i < outcome.Length; i++) at[(int)outcome[i]] += frame.Prior?[i] ?? 1;
        return new(frame, at, total);
    }

    /// <summary>Σ w f(y).</summary>
    public double Sum(Func<double, double> f)
    {
        var sum = 0.0;
        for (var k = 0; k < _at.Length; k++)
        {
            if (_at[k] > 0) sum += _at[k] * f(k);
        }
        for (var i = 0; _at.Length == 0 && i < _frame.Outcome.Length; i++) sum += (_frame.Prior?[i] ?? 1) * f(_frame.Outcome[i]);
        return sum;
    }

    /// <summary>-Σ w ln y!.</summary>
    public double LogFactorials()
    {
        var sum = 0.0;
        for (var k = 0; k < Above.Length; k++) sum -= Above[k] * Math.Log(k + 1);
        return sum;
    }

    /// <summary>y ln y, 0 at 0.</summary>
    public static double TimesItsLog(double y) => y > 0 ? y * Math.Log(y) : 0;

    private double Sum(double[] offset)
    {
        var sum = 0.0;
        for (var i = 0; i < offset.Length; i++) sum += (_frame.Prior?[i] ?? 1) * Math.Exp(offset[i]);
        return sum;
    }
}
