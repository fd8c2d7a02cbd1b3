using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>The covariance of estimated coefficients.</summary>
public sealed record CovarianceMatrix : Result
{
    private readonly double[,] _values;
    private readonly bool[]? _withheld;

    private CovarianceMatrix(CovarianceMatrix whole, bool[] withheld) : base(whole) => (Names, _values, _withheld) = (whole.Names, whole._values, withheld);

    internal CovarianceMatrix(IReadOnlyList<string> names, double[,] values) => (Names, _values) = (names, values);

    /// <summary>The names of the coefficients, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The covariance of the i-th and j-th coefficient, counted from 0.</summary>
    public double this[int i, int j] => _values[i, j];

    /// <summary>The covariance of two coefficients by name.</summary>
    /// <exception cref="ArgumentException">There is no such coefficient.</exception>
    public double this[string first, string second] => _values[IndexOf(first), IndexOf(second)];

    /// <summary>The same, of which the table shows nothing of some coefficients: a variance counts the events that it rests on.</summary>
    internal CovarianceMatrix Withholding(bool[] coefficients) => new(this, coefficients);

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

    private bool IsWithheld(int coefficient) => _withheld?[coefficient] ?? false;

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
        Rows = [.. Names.Select((name, i) => (TableCell[])[Clean(name), .. Names.Select((_, j) => IsWithheld(i) || IsWithheld(j) ? DisclosedValue.Suppressed : (TableCell)_values[i, j])])],
        Notes = Names.Where((_, i) => IsWithheld(i)).Any() ? ["[c]: the coefficient is withheld, because it rests on few people."] : [],
    };
}
