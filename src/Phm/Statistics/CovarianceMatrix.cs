using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>The covariance of estimated coefficients.</summary>
public sealed record CovarianceMatrix : Result
{
    private readonly double[,] _values;

    internal CovarianceMatrix(IReadOnlyList<string> names, double[,] values) => (Names, _values) = (names, values);

    /// <summary>The names of the coefficients, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The covariance of the i-th and j-th coefficient, counted from 0.</summary>
    public double this[int i, int j] => _values[i, j];

    /// <summary>The covariance of two coefficients by name.</summary>
    /// <exception cref="ArgumentException">There is no such coefficient.</exception>
    public double this[string first, string second] => _values[IndexOf(first), IndexOf(second)];

    /// <summary>vᵀVv, the variance of a combination of coefficients.</summary>
    internal double VarianceOf(ReadOnlySpan<double> combination)
    {
        var sum = 0.0;
        for (var i = 0; i < combination.Length; i++)
        {
            if (combination[i] == 0) continue;
            for (var j = 0; j < combination.Length; j++) sum += combination[i] * _values[i, j] * combination[j];
        }
        return Math.Max(sum, 0);
    }

    /// <summary>A name without control characters, which CSV would carry on.</summary>
    private static string Clean(string name) => CleanText.Of(name, int.MaxValue);

    private int IndexOf(string name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i] == name) return i;
        }
        throw new ArgumentException($"There is no coefficient '{name}'. The model has {StatisticsErrors.List(Names)}.", nameof(name));
    }

    /// <summary>The covariances, a row and a column for each coefficient.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = "Covariance of the coefficients",
        Columns = [new("Coefficient"), .. Names.Select(name => new TableColumn(Clean(name), ColumnFormat.Significant))],
        Rows = [.. Names.Select((name, i) => (TableCell[])[Clean(name), .. Names.Select((_, j) => (TableCell)_values[i, j])])],
    };
}
