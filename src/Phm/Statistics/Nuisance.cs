namespace Phm.Statistics;

/// <summary>
/// What the estimation of a dispersion parameter costs the coefficients. With the joint information [A c; cᵀ d], the coefficients have the
/// information A - ccᵀ/d, and the effective score of a row is s x - (c/d) a, with a its score by the dispersion.
/// </summary>
internal sealed class Nuisance
{
    private readonly double[]? _solved;

    private Nuisance(double[]? shares, double[]? solved, double curvature) => (Shares, _solved, Curvature) = (shares, solved, curvature);

    /// <summary>c/d; null where the dispersion costs nothing.</summary>
    public double[]? Shares { get; }

    /// <summary>The information of the logarithm of the dispersion, d - cᵀA⁻¹c.</summary>
    public double Curvature { get; }

    public static Nuisance Of(LikelihoodSearch search, InformationFactor factor)
    {
        var sums = search.Sums;
        if (!search.Distribution.HasCross) return new(null, null, sums.DispersionCurvature);
        var solved = factor.Solve(sums.Cross);
        return new([.. sums.Cross.Select(cross => cross / sums.DispersionCurvature)], solved, sums.DispersionCurvature - solved.Zip(sums.Cross, (x, y) => x * y).Sum());
    }

    /// <summary>(A - ccᵀ/d)⁻¹ from A⁻¹.</summary>
    public double[,] Widen(double[,] inverse)
    {
        if (_solved is null) return inverse;
        for (var i = 0; i < _solved.Length; i++)
        {
            for (var j = 0; j < _solved.Length; j++) inverse[i, j] += _solved[i] * _solved[j] / Curvature;
        }
        return inverse;
    }
}
