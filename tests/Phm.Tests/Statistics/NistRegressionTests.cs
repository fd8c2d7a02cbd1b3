using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>
/// The linear regressions of the Statistical Reference Datasets of the National Institute of Standards and Technology
/// (https://www.itl.nist.gov/div898/strd/lls/lls.shtml), certified to 15 digits.
/// </summary>
public sealed class NistRegressionTests(ITestOutputHelper output)
{
    /// <summary>
    /// Digits that have to agree, of coefficients, their standard errors and R². The powers of Filip round before any fit sees
    /// them, which costs digits that no algorithm can bring back.
    /// </summary>
    [Theory]
    [InlineData("norris", 13, 13, 14, 1e-7)]
    [InlineData("pontius", 13, 12, 14, 1e-7)]
    [InlineData("noint1", 14, 14, 14, 1e-7)]
    [InlineData("noint2", 14, 14, 14, 1e-7)]
    [InlineData("filip", 7, 7, 9, 1e-12)]
    [InlineData("longley", 13, 12, 14, 1e-7)]
    [InlineData("wampler1", 14, 0, 14, 1e-7)]
    [InlineData("wampler2", 13, 0, 14, 1e-7)]
    [InlineData("wampler3", 14, 13, 14, 1e-7)]
    [InlineData("wampler4", 14, 13, 13, 1e-7)]
    [InlineData("wampler5", 14, 13, 13, 1e-7)]
    public void Certified_values_are_met(string set, double coefficients, double standardErrors, double rSquared, double tolerance)
    {
        var lines = ReferenceData.Lines($"nist-{set}.txt").Skip(1).Select(line => line.Split(' ')).ToLookup(words => words[0], words => words[1..].Select(ReferenceData.Number).ToArray());
        var fit = Fit(lines["data"].ToArray(), (int)lines["degree"].Single()[0], lines["intercept"].Single()[0] == 1, tolerance);
        var certified = lines["coefficient"].ToArray();

        var agreed = (Coefficients: Digits.Agreed(certified.Select(pair => pair[0]), fit.Coefficients.Select(c => c.Estimate)),
            Errors: Digits.Agreed(certified.Select(pair => pair[1]), fit.Coefficients.Select(c => c.StandardError)),
            RSquared: Digits.Agreed(lines["r-squared"].Single()[0], fit.RSquared),
            Residual: Digits.Agreed(lines["residual-standard-deviation"].Single()[0], fit.ResidualStandardError));
        output.Tell("accuracy", $"{set}: digits of coefficients {agreed.Coefficients:F1}, standard errors {agreed.Errors:F1}, R² {agreed.RSquared:F1}, residual standard deviation {agreed.Residual:F1}");

        Assert.True(agreed.Coefficients >= coefficients, $"{agreed}");
        Assert.True(agreed.RSquared >= rSquared, $"{agreed}");
        if (certified[0][1] == 0) Assert.True(fit.ResidualStandardError < 1e-8 * fit.TotalSumOfSquares);
        else
        {
            Assert.True(agreed.Errors >= standardErrors && agreed.Residual >= standardErrors, $"{agreed}");
            Assert.True(Digits.Agreed(lines["f"].Single()[0], fit.OverallTest()!.Statistic) >= Math.Min(standardErrors, coefficients) - 3);
        }
    }

    [Fact]
    public void The_tenth_power_of_Filip_is_a_combination_of_the_others_by_the_default_tolerance()
    {
        var data = ReferenceData.Lines("nist-filip.txt").Where(line => line.StartsWith("data", StringComparison.Ordinal)).Select(line => line.Split(' ').Skip(1).Select(ReferenceData.Number).ToArray()).ToArray();
        var error = Assert.Throws<ConvergenceException>(() => Fit(data, 10, intercept: true, 1e-7));
        Assert.Equal(EstimationFailure.RankDeficiency, error.Cause);
        Assert.Contains("'x^10'", error.Message, StringComparison.Ordinal);
    }

    private static LinearFit Fit(double[][] rows, int degree, bool intercept, double tolerance)
    {
        var table = new AnalysisTable().Number("y", [.. rows.Select(row => row[0])]);
        List<Term> terms = [];
        for (var x = 1; x < rows[0].Length; x++)
        {
            for (var power = 1; power <= degree; power++)
            {
                var name = degree == 1 ? $"x{x}" : $"x^{power}";
                table = table.Number(name, [.. rows.Select(row => Power(row[x], power))]);
                terms.Add(name);
            }
        }
        var model = Model.Linear("y").On([.. terms]);
        return (intercept ? model : model.WithoutIntercept()).Fit(table, tolerance);
    }

    private static double Power(double x, int power) => power == 1 ? x : x * Power(x, power - 1);
}
