namespace Phm.Statistics;

/// <summary>Sums of weights, of weights times x, and of weights times xxᵀ.</summary>
internal sealed class RiskSums(int columns, bool withSquares)
{
    public double Weight { get; private set; }

    public double[] First { get; } = new double[columns];

    /// <summary>The upper triangle of the square.</summary>
    public double[] Second { get; } = new double[withSquares ? columns * columns : 0];

    public void Add(double weight, ReadOnlySpan<double> x)
    {
        Weight += weight;
        for (var i = 0; i < x.Length; i++)
        {
            var weighted = weight * x[i];
            First[i] += weighted;
            if (!withSquares || weighted == 0) continue;
            var row = Second.AsSpan(i * columns, columns);
            for (var j = i; j < row.Length; j++) row[j] += weighted * x[j];
        }
    }

    public void Clear()
    {
        Weight = 0;
        Array.Clear(First);
        Array.Clear(Second);
    }
}
