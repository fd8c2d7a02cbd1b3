using Phm.Statistics;
using static Phm.Statistics.Term;

namespace Phm.Tests.Statistics;

/// <summary>What cannot be estimated is said, with the column and the cause: no silent garbage.</summary>
public sealed class EstimationFailureTests
{
    private static readonly double[] s_x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

    [Fact]
    public void Complete_separation_is_told_with_the_column_that_separates()
    {
        var table = new AnalysisTable().Number("x", s_x).Number("z", [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]).Number("died", [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
        var error = Assert.Throws<ConvergenceException>(() => Model.Binary("died").On("x", "z").Fit(table));
        Assert.Equal(EstimationFailure.Separation, error.Cause);
        Assert.Contains("x", error.Columns);
        Assert.Contains("'died' is foretold perfectly by", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_level_that_never_or_always_has_the_event_separates(int always)
    {
        var random = new Random(5);
        string[] sex = [.. Enumerable.Range(0, 400).Select(_ => random.Next(2) == 0 ? "F" : "M")];
        double[] conditions = [.. Enumerable.Range(0, 400).Select(_ => (double)random.Next(4))];
        double[] outcome = [.. sex.Select(s => s == "M" ? always : (double)random.Next(2))];
        var table = new AnalysisTable().Number("q", outcome).Factor("sex", sex).Number("ltc", conditions);
        foreach (var model in (BinaryModel[])[Model.Binary("q").On("sex", "ltc"), Model.Binary("q").On("sex", "ltc").Robust()])
        {
            var error = Assert.Throws<ConvergenceException>(() => model.Fit(table));
            Assert.Equal((EstimationFailure.Separation, "sex: M"), (error.Cause, Assert.Single(error.Columns)));
        }
    }

    [Fact]
    public void Quasi_complete_separation_by_a_rare_level_names_that_level_alone()
    {
        var random = new Random(11);
        var (site, died, age) = (new string[400], new double[400], new double[400]);
        for (var i = 0; i < 400; i++) (site[i], age[i], died[i]) = (i < 6 ? "rare" : i % 2 == 0 ? "A" : "B", random.Next(20, 90), i < 6 ? 0 : random.Next(2));
        var table = new AnalysisTable().Factor("site", site).Number("age", age).Number("died", died);
        var error = Assert.Throws<ConvergenceException>(() => Model.Binary("died").On("age", "site").Fit(table));
        Assert.Equal((EstimationFailure.Separation, "site: rare"), (error.Cause, Assert.Single(error.Columns)));
    }

    [Theory]
    [InlineData(Family.Poisson)]
    [InlineData(Family.NegativeBinomial)]
    [InlineData(Family.NegativeBinomialLinear)]
    public void A_level_without_a_single_count_separates_counts_too(Family family)
    {
        var random = new Random(12);
        var (site, visits) = (new string[500], new double[500]);
        for (var i = 0; i < 500; i++) (site[i], visits[i]) = (i < 8 ? "rare" : i % 2 == 0 ? "A" : "B", i < 8 ? 0 : random.Next(3) * random.Next(4));
        var table = new AnalysisTable().Factor("site", site).Number("visits", visits);
        var error = Assert.Throws<ConvergenceException>(() => Model.Count("visits").On("site").Fit(table, family));
        Assert.Equal((EstimationFailure.Separation, "site: rare"), (error.Cause, Assert.Single(error.Columns)));
    }

    [Fact]
    public void Columns_that_are_combinations_of_others_are_told_from_separation()
    {
        var table = ReferenceData.Births.Number("twice", [.. ReferenceData.Lines("birthwt.csv").Skip(1).Select(line => 2 * ReferenceData.Number(line.Split(',')[1]))]);
        foreach (var fit in (Func<object>[])[() => Model.Binary("low").On("age", "twice").Fit(table), () => Model.Count("ftv").On("age", "twice").Fit(table, Family.NegativeBinomial), () => Model.Amount("bwt").On("age", "twice").Fit(table)])
        {
            var error = Assert.Throws<ConvergenceException>(fit);
            Assert.Equal(EstimationFailure.RankDeficiency, error.Cause);
            Assert.Equal(["twice", "age"], error.Columns);
        }
    }

    [Theory]
    [InlineData(Family.NegativeBinomial)]
    [InlineData(Family.NegativeBinomialLinear)]
    public void Counts_less_variable_than_Poisson_have_no_negative_binomial(Family family)
    {
        var table = new AnalysisTable().Number("x", s_x).Number("visits", [2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3]);
        var error = Assert.Throws<ConvergenceException>(() => Model.Count("visits").On("x").Fit(table, family));
        Assert.Equal(EstimationFailure.Boundary, error.Cause);
        Assert.Contains("fit them as Poisson", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Outcomes_that_a_family_cannot_have_are_named_with_what_to_do()
    {
        var table = new AnalysisTable().Number("x", s_x).Number("minus", [.. s_x.Select(x => x - 3)]).Number("half", [.. s_x.Select(x => x / 2)]).Number("none", new double[12]).Number("all", [.. s_x.Select(_ => 1.0)])
            .Number("huge", [.. s_x.Select(x => x * 1e7)]).Number("ten", [.. s_x.Select(_ => 10.0)]).Number("y", [1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 0]);
        Refused("'minus' is below 0 in row 1, but a count is 0 or more", () => Model.Count("minus").On("x").Fit(table));
        Refused("'half' has a fraction in row 1", () => Model.Count("half").On("x").Fit(table));
        Assert.Equal(Family.QuasiPoisson, Model.Count("half").On("x").Fit(table, Family.QuasiPoisson).Family);
        Refused("'none' is 0 in every row", () => Model.Count("none").On("x").Fit(table));
        Refused("goes above 10000000", () => Model.Count("huge").On("x").Fit(table));
        Refused("'none' never happens", () => Model.Binary("none").On("x").Fit(table));
        Refused("'all' always happens", () => Model.Binary("all").On("x").Fit(table));
        Refused("'x' is neither 0 nor 1 in row 2", () => Model.Binary("x").On("half").Fit(table));
        Refused("no whole number from 0 to the trials 'ten'", () => Model.Binary("x").OutOf("ten").On("half").Fit(table));
        Refused("'none' is 0 in row 1, but an amount of a gamma regression is above 0", () => Model.Amount("none").On("x").Fit(table));
        Refused("'none' is 0 in row 1, but an exposure is above 0", () => Model.Count("y").On("x").Exposure("none").Fit(table));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.Count("y").On("x").Fit(table, Family.Gamma));
    }

    [Fact]
    public void Numbers_of_any_size_are_fitted_the_same()
    {
        var births = ReferenceData.Births.Number("far", [.. ReferenceData.Lines("birthwt.csv").Skip(1).Select(line => 1e9 + 1e6 * ReferenceData.Number(line.Split(',')[1]))]);
        var (near, far) = (Model.Count("ftv").On("age", "smoke").Fit(births, Family.NegativeBinomial), Model.Count("ftv").On("far", "smoke").Fit(births, Family.NegativeBinomial));
        Digits.AtLeast(7, [near["age"].Estimate, near["age"].StandardError, near["smoke"].Estimate, near["smoke"].StandardError], [1e6 * far["far"].Estimate, 1e6 * far["far"].StandardError, far["smoke"].Estimate, far["smoke"].StandardError]);
        Digits.AtLeast(10, [near.LogLikelihood, near.Deviance], [far.LogLikelihood, far.Deviance]);
    }

    [Theory]
    [InlineData(Family.Poisson)]
    [InlineData(Family.NegativeBinomial)]
    public void Powers_of_a_year_that_run_almost_together_are_fitted_as_those_about_its_middle(Family family)
    {
        var random = new Random(8);
        var years = Enumerable.Range(0, 600).Select(i => 2000.0 + i % 21).ToArray();
        var table = new AnalysisTable().Number("visits", [.. years.Select(_ => (double)(random.Next(5) * random.Next(3)))]);
        foreach (var power in (int[])[1, 2]) table = table.Number($"year^{power}", [.. years.Select(year => Math.Pow(year, power))]).Number($"middle^{power}", [.. years.Select(year => Math.Pow(year - 2010, power))]);
        var (far, near) = (Model.Count("visits").On("year^1", "year^2").Fit(table, family), Model.Count("visits").On("middle^1", "middle^2").Fit(table, family));
        Digits.AtLeast(6, [near["middle^2"].Estimate, near["middle^2"].StandardError, near.LogLikelihood, near.Deviance], [far["year^2"].Estimate, far["year^2"].StandardError, far.LogLikelihood, far.Deviance]);
    }

    [Theory]
    [InlineData(Family.Poisson)]
    [InlineData(Family.NegativeBinomial)]
    [InlineData(Family.NegativeBinomialLinear)]
    public void Results_have_the_same_bits_on_any_number_of_threads(Family family)
    {
        var random = new Random(5);
        const int rows = 35_000;
        var (age, visits, practice) = (new double[rows], new double[rows], new double[rows]);
        for (var i = 0; i < rows; i++) (age[i], practice[i], visits[i]) = (random.Next(18, 95), random.Next(40), random.Next(4) == 0 ? random.Next(9) : 0);
        var table = new AnalysisTable().Number("age", age).Number("visits", visits).Number("practice", practice);
        var model = Model.Count("visits").On(Spline("age", 3)).ClusteredBy("practice");
        var fit = model.Fit(table, family);
        foreach (var threads in (int[])[1, 3])
        {
            var other = (model with { Threads = threads }).Fit(table, family);
            Assert.Equal(fit.Coefficients, other.Coefficients);
            Assert.Equal((fit.LogLikelihood, fit.Deviance, fit.Overdispersion), (other.LogLikelihood, other.Deviance, other.Overdispersion));
        }
    }

    private static void Refused(string words, Func<object> act) => Assert.Contains(words, Assert.Throws<DataException>(act).Message, StringComparison.Ordinal);
}
