namespace Phm.Statistics;

/// <summary>A weighted line through the ranked groups of a population, linear in their values: intercept Σ mᵢ yᵢ, gradient Σ kᵢ yᵢ.</summary>
internal sealed class InequalityLine
{
    private readonly IndicatorScale _errors;
    private readonly IndicatorScale _line;
    private readonly double[] _values;
    private readonly double[] _standardErrors;
    private readonly double[] _toFirst;
    private readonly double[] _toLast;

    private InequalityLine(IndicatorScale errors, bool transformed, double[] populations, double[] values, double[] standardErrors)
    {
        (_errors, _line, _standardErrors) = (errors, transformed ? errors : IndicatorScale.Identity, standardErrors);
        Given = [.. values];
        _values = Array.ConvertAll(values, value => errors.To(value));
        var shares = Array.ConvertAll(populations, people => people / populations.Sum());
        Ranks = new double[shares.Length];
        var before = 0.0;
        for (var i = 0; i < shares.Length; before += shares[i++]) Ranks[i] = before + shares[i] / 2;
        var mean = shares.Zip(Ranks, (share, rank) => share * rank).Sum();
        var spread = shares.Zip(Ranks, (share, rank) => share * (rank - mean) * (rank - mean)).Sum();
        _toFirst = [.. shares.Zip(Ranks, (share, rank) => share * (1 - mean * (rank - mean) / spread))];
        _toLast = [.. shares.Zip(Ranks, (share, rank) => share * (1 + (1 - mean) * (rank - mean) / spread))];
        (AtFirst, AtLast) = Ends(_values);
    }

    public double[] Ranks { get; }

    /// <summary>The indicator of each group.</summary>
    public double[] Given { get; }

    public double AtFirst { get; }

    public double AtLast { get; }

    public double ErrorOfSlope => Error(1, 1);

    /// <summary>The standard error of ln(last/first).</summary>
    public double ErrorOfLogRelative => Error(1 / AtFirst, 1 / AtLast);

    public static InequalityLine Fit(IndicatorScale errors, double[] populations, double[] values, double[] standardErrors, bool transformed) =>
        new(errors, transformed, populations, values, [.. standardErrors]);

    /// <summary>The value that the line gives to a rank from 0 to 1.</summary>
    public double At(double rank) => _line.Back(_line.To(AtFirst) + rank * (_line.To(AtLast) - _line.To(AtFirst)));

    /// <summary>The two ends of the line of each of many draws of the values.</summary>
    public (double First, double Last)[] Simulate(Random random, int repetitions)
    {
        var (ends, drawn) = (new (double, double)[repetitions], new double[_values.Length]);
        for (var draw = 0; draw < repetitions; draw++)
        {
            for (var i = 0; i < drawn.Length; i++) drawn[i] = _values[i] + _standardErrors[i] * Normal(random);
            ends[draw] = Ends(drawn);
        }
        return ends;
    }

    /// <summary>The ends of the line through values that are on the scale of errors.</summary>
    private (double First, double Last) Ends(double[] values)
    {
        var (first, last) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            var value = ReferenceEquals(_line, _errors) ? values[i] : _errors.Back(values[i]);
            first += _toFirst[i] * value;
            last += _toLast[i] * value;
        }
        return (_line.Back(first), _line.Back(last));
    }

    /// <summary>The standard error of last · forLast - first · forFirst, to first order in the values' errors.</summary>
    private double Error(double forFirst, double forLast)
    {
        var sameScale = ReferenceEquals(_line, _errors);
        var (slopeFirst, slopeLast) = (_line.SlopeOfBack(_line.To(AtFirst)), _line.SlopeOfBack(_line.To(AtLast)));
        var sum = 0.0;
        for (var i = 0; i < _values.Length; i++)
        {
            var error = _standardErrors[i] * (sameScale ? 1 : _errors.SlopeOfBack(_values[i]));
            var effect = error * (forLast * slopeLast * _toLast[i] - forFirst * slopeFirst * _toFirst[i]);
            sum += effect * effect;
        }
        return Math.Sqrt(sum);
    }

    /// <summary>Box GEP, Muller ME. Ann Math Stat 1958;29:610-611, doi:10.1214/aoms/1177706645.</summary>
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
