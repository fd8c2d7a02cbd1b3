using Phm.Statistics;
using static Phm.Statistics.Term;

namespace Phm.Tests.Statistics;

public sealed class AnalysisTableTests
{
    private sealed record Patient(double? Age, string? Sex, int Visits);

    private static readonly Patient[] s_patients = [new(70, "Female", 3), new(null, "Male", 1), new(54, "Male", 0), new(61, null, 2), new(80, "Female", 5), new(45, "Male", 1), new(66, "Female", 2)];

    [Fact]
    public void Rows_become_columns_and_a_model_leaves_out_and_counts_the_rows_that_miss_something()
    {
        var table = AnalysisTable.FromRows(s_patients, c => c.Number("Age", p => p.Age).Factor("Sex", p => p.Sex, reference: "Male").Number("Visits", p => p.Visits));
        Assert.Equal(7, table.Rows);
        Assert.Equal(["Age", "Sex", "Visits"], table.Columns);

        var fit = Model.Linear("Visits").On("Age", "Sex").Fit(table);
        Assert.Equal((7, 5, 2), (fit.Rows.Given, fit.Rows.Used, fit.Rows.LeftOut));
        Assert.Equal([new MissingValues("Age", 1), new MissingValues("Sex", 1)], fit.Rows.Missing);
        Assert.Equal(["Intercept", "Age", "Sex: Female"], fit.Coefficients.Select(c => c.Name));

        // The same five rows alone give the same fit.
        var whole = AnalysisTable.FromRows(s_patients.Where(p => p.Age is not null && p.Sex is not null), c => c.Number("Age", p => p.Age).Factor("Sex", p => p.Sex, reference: "Male").Number("Visits", p => p.Visits));
        Assert.Equal(fit.Coefficients, Model.Linear("Visits").On("Age", "Sex").Fit(whole).Coefficients);
    }

    [Fact]
    public void Levels_are_ordered_as_numbers_where_they_are_numbers_and_any_can_be_the_reference()
    {
        string[] deciles = [.. Enumerable.Range(0, 60).Select(i => $"{i % 10 + 1}")];
        var table = new AnalysisTable().Factor("Decile", deciles).Number("y", [.. Enumerable.Range(0, 60).Select(i => (double)(i * i % 17))]).Number("d", [.. deciles.Select(double.Parse)]);
        string[] Names(Term term) => [.. Model.Linear("y").On(term).Fit(table).Coefficients.Skip(1).Select(c => c.Name)];
        Assert.Equal(["Decile: 2", "Decile: 3", "Decile: 4", "Decile: 5", "Decile: 6", "Decile: 7", "Decile: 8", "Decile: 9", "Decile: 10"], Names("Decile"));
        Assert.Equal(["Decile: 1", "Decile: 2", "Decile: 3"], Names(Factor("Decile", reference: "10")).Take(3));
        Assert.Equal(["d: 1", "d: 2", "d: 4"], Names(Factor("d", reference: "3")).Take(3));
    }

    [Fact]
    public void A_natural_spline_is_that_of_R()
    {
        // splines::ns(x, df = 3) of R 4.2.2, at points within; beyond them each function goes on straight.
        double[] x = [0, 1, 2.5, 3, 7, 10, 12];
        double[,] expected =
        {
            { 0, 0, 0 }, { -0.0773508923017047, 0.238127111484467, -0.1560143144208579 }, { -0.0977679269366771, 0.499300797640173, -0.3271281087987340 },
            { -0.0591465176847671, 0.540405435955833, -0.3538570803429120 }, { 0.5047983200161313, 0.373804170198833, -0.0979007358289993 },
            { 0.2673301339556868, 0.350356646616228, 0.3682781317087874 }, { -0.1459293394777265, 0.423195084485407, 0.7227342549923196 },
        };
        var spline = NaturalSpline.WithKnotsAtQuantiles("x", x, 3);
        for (var i = 0; i < x.Length; i++) Assert.Equal(Enumerable.Range(0, 3).Select(k => expected[i, k]), At(x[i]), (e, a) => Math.Abs(e - a) < 1e-14);
        foreach (var from in (double[])[-5, 12])
        {
            for (var k = 0; k < 3; k++) Assert.Equal(At(from + 2)[k], (At(from)[k] + At(from + 4)[k]) / 2, 12);
        }
        // The curve has no corner where the straight line begins.
        for (var k = 0; k < 3; k++) Assert.Equal(At(12)[k] - At(12 - 1e-6)[k], At(12 + 1e-6)[k] - At(12)[k], 11);

        double[] At(double point)
        {
            var values = new double[3];
            spline.Evaluate(point, values);
            return values;
        }
    }

    [Fact]
    public void A_term_stands_once_and_an_interaction_after_what_it_multiplies()
    {
        Assert.Throws<ArgumentException>(() => Model.Linear("y").On("a", "b", "a"));
        var error = Assert.Throws<ArgumentException>(() => Model.Linear("y").On("a", Interaction("a", "b")));
        Assert.Contains("needs the term 'b'", error.Message, StringComparison.Ordinal);
        Assert.Equal(["a", "b", "a × b"], Model.Linear("y").On("a", "b", Interaction("a", "b")).Terms.Select(term => term.Name));
    }

    [Fact]
    public void Columns_that_cannot_be_used_are_named_with_what_to_do()
    {
        var table = new AnalysisTable().Number("y", [1, 2, 3]);
        Refused("'x' holds a number that is none (NaN) in row 2", () => table.Number("x", [1, double.NaN, 3]));
        Refused("'x' holds an infinite number in row 3", () => table.Number("x", new double?[] { null, 1, double.PositiveInfinity }));
        Refused("'x' has 2 rows, but 'y' has 3", () => table.Number("x", [1, 2]));
        Refused("a column 'y' already", () => table.Number("y", [1, 2, 3]));
        Refused("no level 'C' to be its reference. Its levels are 'A', 'B'", () => table.Factor("f", ["A", "B", "A"], reference: "C"));
        Refused("names none of its 2 levels, in row 3", () => table.Factor("f", [0, 1, 2], ["A", "B"]));
        Refused("no column 'z'. The table has 'y'", () => Model.Linear("y").On("z").Fit(table));
        Refused("'f' is a factor, but an outcome is a column of numbers", () => Model.Linear("f").On("y").Fit(table.Factor("f", ["A", "B", "A"])));
    }

    [Fact]
    public void Data_that_cannot_be_fitted_are_named_with_what_to_do()
    {
        var table = new AnalysisTable().Number("y", [1, 2, 3, 5, 4]).Number("x", [1, 2, 3, 4, 5]).Number("same", [7, 7, 7, 7, 7]).Number("zero", [1, 1, 0, 1, 1]).Number("minus", [1, 1, -2, 1, 1])
            .Factor("f", ["A", "B", "A", "B", null]).Factor("empty", [0, 1, 0, 1, 0], ["A", "B", "C"]).Factor("one", ["A", "A", "A", "A", "A"]).Number("nothing", new double?[5]);
        Refused("'same' has the same value in every row", () => Model.Linear("y").On("same").Fit(table));
        Refused("'same' has the same value in every row", () => Model.Linear("same").On("x").Fit(table));
        Refused("'one' has the same level in every row", () => Model.Linear("y").On("one").Fit(table));
        Refused("'empty' has no row of level 'C'", () => Model.Linear("y").On("empty").Fit(table));
        Refused("'zero' is 0 in row 3, but a weight is above 0", () => Model.Linear("y").On("x").Weights("zero").Fit(table));
        Refused("'minus' is below 0 in row 3, but a weight is above 0", () => Model.Linear("y").On("x").Weights("minus").Fit(table));
        Refused("5 coefficients but only 5 rows", () => Model.Linear("y").On(Factor("x")).Fit(table));
        Refused("Every row misses at least one", () => Model.Linear("y").On("nothing").Fit(table));
        Refused("'same' has one cluster only", () => Model.Linear("y").On("x").ClusteredBy("same").Fit(table));
        Refused("knots at quantiles that are equal", () => Model.Linear("y").On(Spline("zero", 4)).Fit(table));
        Refused("level 'D' that the model has not seen", () => Model.Linear("y").On("f").Fit(table).Predict(new AnalysisTable().Factor("f", ["A", "D"])));
        Refused("'f' is missing in row 2", () => Model.Linear("y").On("f").Fit(table).Predict(new AnalysisTable().Factor("f", ["A", null])));
    }

    [Fact]
    public void Columns_that_are_combinations_of_others_are_named_with_those()
    {
        var random = new Random(3);
        double[] Draw() => [.. Enumerable.Range(0, 40).Select(_ => random.NextDouble())];
        var (a, b, c) = (Draw(), Draw(), Draw());
        var table = new AnalysisTable().Number("y", Draw()).Number("a", a).Number("b", b).Number("c", c).Number("sum", [.. a.Zip(c, (u, v) => 100 - u - v)]);
        var error = Assert.Throws<ConvergenceException>(() => Model.Linear("y").On("a", "b", "c", "sum").Fit(table));
        Assert.Equal((EstimationFailure.RankDeficiency, 9), (error.Cause, error.ExitCode));
        Assert.Equal(["sum", "Intercept", "a", "c"], error.Columns);
        Assert.Contains("'sum' is a combination of 'Intercept', 'a', 'c'", error.Message, StringComparison.Ordinal);
    }

    private static void Refused(string words, Func<object> act)
    {
        var error = Assert.Throws<DataException>(act);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }
}
