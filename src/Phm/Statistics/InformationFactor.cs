namespace Phm.Statistics;

/// <summary>
/// The information matrix A = XᵀWX as RᵀR, with R from the Cholesky factor of the sums or from an orthogonal factor of √W X. Columns are
/// scaled to length 1 first, so that units do not matter.
/// </summary>
internal sealed class InformationFactor
{
    /// <summary>The upper triangle R of the scaled matrix.</summary>
    private readonly double[,] _triangle;

    private readonly double[] _lengths;

    private InformationFactor(double[,] triangle, double[] lengths, double smallestShare)
    {
        (_triangle, _lengths, SmallestShare) = (triangle, lengths, smallestShare);
        Root = RootOfInverse();
        Condition = smallestShare > 0 ? NormOfScaled() * NormOfScaledInverse() : double.PositiveInfinity;
    }

    /// <summary>The smallest share of a squared column that is left when those before it are taken out of it; 0 or less where A is singular as computed.</summary>
    public double SmallestShare { get; }

    /// <summary>The condition of the scaled A in the 1-norm, the square of that of √W X.</summary>
    public double Condition { get; }

    /// <summary>The upper triangle T with A⁻¹ = TTᵀ.</summary>
    public double[,] Root { get; }

    /// <summary>Whether coefficients and standard errors from sums keep 8 digits or more.</summary>
    public bool IsWellConditioned => Condition < 1e8;

    /// <summary>The factor of sums whose upper triangle is given row by row.</summary>
    public static InformationFactor OfSums(double[] sums, int stride, int columns)
    {
        var lengths = Enumerable.Range(0, columns).Select(j => Math.Sqrt(sums[j * stride + j])).ToArray();
        var (triangle, smallest) = (new double[columns, columns], 1.0);
        for (var i = 0; i < columns; i++)
        {
            for (var j = i; j < columns; j++)
            {
                var rest = sums[i * stride + j] / (lengths[i] * lengths[j]);
                for (var k = 0; k < i; k++) rest -= triangle[k, i] * triangle[k, j];
                if (j > i) triangle[i, j] = rest / triangle[i, i];
                else
                {
                    smallest = double.IsNaN(rest) ? 0 : Math.Min(smallest, rest);
                    triangle[i, i] = Math.Sqrt(Math.Max(rest, 1e-300));
                }
            }
        }
        return new(triangle, lengths, smallest);
    }

    /// <summary>The factor of an upper triangle R with A = RᵀR.</summary>
    public static InformationFactor OfTriangle(double[,] full)
    {
        var columns = full.GetLength(0);
        var lengths = Enumerable.Range(0, columns).Select(j => Math.Sqrt(Enumerable.Range(0, j + 1).Sum(i => full[i, j] * full[i, j]))).ToArray();
        var (scaled, smallest) = (new double[columns, columns], 1.0);
        for (var j = 0; j < columns; j++)
        {
            for (var i = 0; i <= j; i++) scaled[i, j] = full[i, j] / lengths[j];
            smallest = Math.Min(smallest, scaled[j, j] * scaled[j, j]);
        }
        return new(scaled, lengths, smallest);
    }

    /// <summary>A⁻¹g.</summary>
    public double[] Solve(double[] g)
    {
        var columns = g.Length;
        var half = new double[columns];
        for (var i = 0; i < columns; i++)
        {
            var rest = g[i] / _lengths[i];
            for (var k = 0; k < i; k++) rest -= _triangle[k, i] * half[k];
            half[i] = rest / _triangle[i, i];
        }
        return BackSolve(half);
    }

    /// <summary>The solution of R D x = h, where h = Qᵀz of an orthogonal factor.</summary>
    public double[] BackSolve(double[] half)
    {
        var result = new double[half.Length];
        for (var i = half.Length - 1; i >= 0; i--)
        {
            var rest = half[i];
            for (var k = i + 1; k < half.Length; k++) rest -= _triangle[i, k] * result[k];
            result[i] = rest / _triangle[i, i];
        }
        for (var i = 0; i < half.Length; i++) result[i] /= _lengths[i];
        return result;
    }

    /// <summary>A⁻¹.</summary>
    public double[,] Inverse()
    {
        var columns = _lengths.Length;
        var inverse = new double[columns, columns];
        for (var i = 0; i < columns; i++)
        {
            for (var j = i; j < columns; j++)
            {
                var sum = 0.0;
                for (var k = j; k < columns; k++) sum += Root[i, k] * Root[j, k];
                inverse[i, j] = inverse[j, i] = sum;
            }
        }
        return inverse;
    }

    private double[,] RootOfInverse()
    {
        var columns = _lengths.Length;
        var root = new double[columns, columns];
        for (var j = 0; j < columns; j++)
        {
            root[j, j] = 1 / _triangle[j, j];
            for (var i = j - 1; i >= 0; i--)
            {
                var sum = 0.0;
                for (var k = i + 1; k <= j; k++) sum += _triangle[i, k] * root[k, j];
                root[i, j] = -sum / _triangle[i, i];
            }
        }
        for (var i = 0; i < columns; i++)
        {
            for (var j = i; j < columns; j++) root[i, j] /= _lengths[i];
        }
        return root;
    }

    private double NormOfScaled() => Norm((i, j) =>
    {
        var sum = 0.0;
        for (var k = 0; k <= Math.Min(i, j); k++) sum += _triangle[k, i] * _triangle[k, j];
        return sum;
    });

    private double NormOfScaledInverse()
    {
        var inverse = Inverse();
        return Norm((i, j) => inverse[i, j] * _lengths[i] * _lengths[j]);
    }

    private double Norm(Func<int, int, double> entry) =>
        Enumerable.Range(0, _lengths.Length).Max(j => Enumerable.Range(0, _lengths.Length).Sum(i => Math.Abs(entry(i, j))));
}
