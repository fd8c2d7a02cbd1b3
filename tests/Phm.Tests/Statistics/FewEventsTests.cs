using Phm.Charting;
using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>What a reader of tables could count by arithmetic: few events of a group, or few people between two rows that stand side by side.</summary>
public sealed class FewEventsTests
{
    [Fact]
    public void A_standard_error_would_count_the_deaths_of_a_group()
    {
        // One over the squared standard error of a Poisson intercept is the number of deaths.
        var fit = Model.Count("Died").On("Arm").Fit(Arms(3, 20));
        Assert.Equal(3, 1 / Math.Pow(fit["Intercept"].StandardError, 2), 6);
        foreach (var model in (FittedModel[])[fit, Model.Binary("Died").On("Arm").Fit(Arms(3, 20)), Model.Linear("Died").On("Arm").Fit(Arms(3, 20))])
        {
            var table = model.ToTable();
            Assert.All(table.Rows.Where(row => row[1].Text != "A"), row => Assert.All(row.Skip(2), cell => Assert.True(cell.Number.IsSuppressed)));
            Assert.Single(table.Notes, note => note.Contains("so few of these have the outcome or have it not", StringComparison.Ordinal));
            Assert.Contains("Fit [c]", table.Preamble);
            Assert.Equal("Wald test: [c] (few people)", model.Test("Arm").ToString());
            Assert.All(model.Covariance.ToTable().Rows, row => Assert.All(row.Skip(1), cell => Assert.True(cell.Number.IsSuppressed)));
        }
        var deaths = Arms(3, 20);
        Assert.Equal("Likelihood-ratio test: [c] (few people)", LikelihoodRatioTest.Of(Model.Count("Died").Fit(deaths), Model.Count("Died").On("Arm").Fit(deaths)).ToString());
    }

    [Theory]
    [InlineData(20, 3, "Arm: B")]
    [InlineData(20, 97, "Arm: B")]
    [InlineData(3, 20, "Intercept, Arm: B")]
    [InlineData(95, 20, "Intercept, Arm: B")]
    [InlineData(7, 8, "Intercept, Arm: B")]
    [InlineData(20, 7, "Arm: B")]
    [InlineData(8, 92, "")]
    public void A_group_of_few_who_have_the_outcome_or_have_it_not_is_withheld_in_every_model(int a, int b, string withheld)
    {
        var table = Arms(a, b);
        foreach (var model in (FittedModel[])[Model.Count("Died").On("Arm").Fit(table), Model.Binary("Died").On("Arm").Fit(table), Model.Linear("Died").On("Arm").Fit(table)])
            Assert.Equal(withheld, Withheld(model));
        // As a number of 0 and 1 the arm says the same.
        Assert.Equal(withheld.Replace("Arm: B", "IsB", StringComparison.Ordinal), Withheld(Model.Binary("Died").On("IsB").Fit(table)));
        if (withheld.Length == 0) Assert.DoesNotContain("[c]: so few", Model.Count("Died").On("Arm").Fit(table).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7, 0, true)]
    [InlineData(4, 4, false)]
    [InlineData(96, 97, true)]
    [InlineData(96, 96, false)]
    public void A_model_of_an_intercept_alone_tells_few_events_of_all(int a, int b, bool isWithheld)
    {
        var table = Arms(a, b);
        foreach (var model in (FittedModel[])[Model.Count("Died").Fit(table), Model.Binary("Died").Fit(table), Model.Linear("Died").Fit(table)])
            Assert.Equal(isWithheld, model["Intercept"].IsWithheld);
    }

    [Fact]
    public void A_hazard_ratio_counts_the_deaths_of_a_group_and_of_its_reference()
    {
        Assert.Equal("Arm: B", Withheld(Model.Survival("Days", "Died").On("Arm").Fit(Arms(20, 3))));
        Assert.Equal("Arm: B", Withheld(Model.Survival("Days", "Died").On("Arm").Fit(Arms(3, 20))));
        Assert.Equal("", Withheld(Model.Survival("Days", "Died").On("Arm").Fit(Arms(20, 97))));
    }

    [Fact]
    public void A_count_of_several_is_one_row_with_the_outcome_and_rows_without_are_told_by_risks_alone()
    {
        double[] visits = [.. Enumerable.Range(0, 200).Select(i => i < 100 ? (i < 95 ? 2.0 : 0) : i < 106 ? 9 : 0)];
        var table = Arms(3, 3).Number("Visits", visits);
        Assert.Equal("Arm: B", Withheld(Model.Count("Visits").On("Arm").Fit(table)));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(197, true)]
    [InlineData(40, false)]
    public void A_Brier_score_does_not_count_few_by_its_reference(int events, bool isWithheld)
    {
        var random = new Random(3);
        var table = new AnalysisTable().Number("Risk", [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble())]).Number("Died", [.. Enumerable.Range(0, 200).Select(i => i < events ? 1.0 : 0)]);
        Assert.Equal(isWithheld, BrierScore.Of(table, "Risk", "Died").ToString() == "Brier score: [c] (few people)");
    }

    [Fact]
    public void Two_places_of_one_event_each_are_not_what_the_target_leaves_of_the_others()
    {
        double[] events = [1, 1, 60, 75, 80, 90, 100], sizes = [50, 60, 1_000, 1_100, 1_200, 1_300, 1_400];
        Assert.Equal([true, true, true, false, false, false, false], FunnelPlot.OfRates(events, sizes).Points.Select(point => point.IsWithheld));
        Assert.Equal([true, true, true, false, false, false, false], FunnelPlot.OfProportions(events, sizes).Points.Select(point => point.IsWithheld));
        var none = new Coefficient("a", "a", 0, 1, double.PositiveInfinity);
        var groups = events.Zip(sizes, (count, size) => new CalibrationGroup((int)size, (int)count, count / size)).ToList();
        var table = new Calibration((int)sizes.Sum(), (int)events.Sum(), 407, none, none, groups).ToTable();
        Assert.Equal([true, true, true, false, false, false, false], table.Rows.Select(row => row[3].Number.IsSuppressed));
    }

    [Fact]
    public void The_events_of_withheld_groups_are_not_few_and_each_could_be_another_number()
    {
        var random = new Random(8);
        for (var round = 0; round < 400; round++)
        {
            var people = Enumerable.Range(0, random.Next(3, 9)).Select(_ => (long)random.Next(9, 60)).ToArray();
            var events = people.Select(all => (long)(random.Next(3) == 0 ? random.Next(10) : random.Next((int)all + 1))).ToArray();
            long[] others = [.. people.Zip(events, (all, some) => all - some)];
            foreach (var hidden in (bool[][])[HiddenGroups.Of(events), HiddenGroups.Of(events, others)])
            {
                Assert.All(events.Zip(hidden), pair => Assert.True(pair.Second || pair.First is 0 or > 7));
                if (!hidden.Contains(true) || !hidden.Contains(false)) continue;
                long[] kept = [.. events.Where((_, i) => hidden[i])];
                Assert.True(kept.Length > 1 && kept.Sum() > 7 && kept.Sum() > kept.Length, string.Join(' ', events));
            }
        }
    }

    [Fact]
    public void Rows_of_a_survival_table_are_not_few_deaths_apart()
    {
        // 120 people, one death every other day: 5 between rows that are 10 days apart.
        var table = new AnalysisTable().Number("Days", [.. Enumerable.Range(0, 120).Select(i => i < 50 ? 2.0 * i + 1 : 100)]).Number("Died", [.. Enumerable.Range(0, 120).Select(i => i < 50 ? 1.0 : 0)]);
        var curve = Model.Survival("Days", "Died").Curve(table);
        var shown = curve.ToTable().Rows.Where(row => row[3].Number.IsShown).Select(row => row[1].Number.Value).ToList();
        Assert.Equal([0, 20, 40, 60, 80, 100], shown);
        Assert.Contains("withheld where few have had it since the last row", curve.ToString(), StringComparison.Ordinal);
        RequireApart(shown, curve);
    }

    [Fact]
    public void A_drawn_survival_curve_and_its_table_together_are_not_few_deaths_apart()
    {
        var random = new Random(21);
        for (var round = 0; round < 30; round++)
        {
            var people = random.Next(40, 600);
            var table = new AnalysisTable().Number("Days", [.. Enumerable.Range(0, people).Select(_ => (double)random.Next(1, 400))]).Number("Died", [.. Enumerable.Range(0, people).Select(_ => random.Next(3) == 0 ? 1.0 : 0)])
                .Factor("Arm", [.. Enumerable.Range(0, people).Select(i => i % 2 == 0 ? "A" : "B")]);
            var curves = Model.Survival("Days", "Died").Curves(table, "Arm");
            var (rows, plot) = (curves.ToTable().Rows, curves.Chart());
            for (var arm = 0; arm < 2; arm++)
            {
                var (curve, values) = (curves[arm], plot.Series[arm].Values);
                var inTable = rows.Where(row => row[0].Text == curve.Group && row[3].Number.IsShown).Select(row => row[1].Number.Value);
                var drawn = Enumerable.Range(0, plot.X.Count).Where(k => values[k].IsShown && (k == 0 || !values[k - 1].IsShown || values[k].Value != values[k - 1].Value)).Select(k => plot.X[k]);
                RequireApart([.. inTable.Concat(drawn).Distinct().Order()], curve);
            }
        }
    }

    [Fact]
    public void Points_of_a_ROC_curve_are_not_few_people_apart()
    {
        var random = new Random(5);
        for (var round = 0; round < 30; round++)
        {
            var scores = Enumerable.Range(0, 300).Select(_ => (double)random.Next(40)).ToArray();
            var table = new AnalysisTable().Number("Score", scores).Number("Died", [.. scores.Select(score => random.Next(60) < score ? 1.0 : 0)]);
            var curve = RocCurve.Of(table, "Score", "Died");
            Assert.True(curve.ShownPoints.Count > 3);
            RequireApart([.. curve.ShownPoints.Select(point => (int[])[(int)Math.Round(point.Sensitivity * curve.Cases), (int)Math.Round((1 - point.Specificity) * (curve.People - curve.Cases))])]);
        }
    }

    [Fact]
    public void Thresholds_of_a_decision_curve_are_not_few_people_apart_in_table_and_drawing_together()
    {
        var random = new Random(6);
        for (var round = 0; round < 30; round++)
        {
            var risks = Enumerable.Range(0, 400).Select(_ => random.NextDouble()).ToArray();
            var died = risks.Select(risk => random.NextDouble() < risk ? 1.0 : 0).ToArray();
            var curve = DecisionCurve.Of(new AnalysisTable().Number("Risk", risks).Number("Died", died), "Risk", "Died");
            var (rows, plot) = (curve.ToTable().Rows.Where(row => row[2].Number.IsShown).Select(row => row[0].Number.Value), curve.Chart());
            var thresholds = rows.Concat(Enumerable.Range(0, plot.X.Count).Where(k => plot.Series[0].Values[k].IsShown).Select(k => plot.X[k])).Distinct().OrderDescending().ToList();
            Assert.True(thresholds.Count > 3);
            RequireApart([.. thresholds.Select(threshold => (int[])
                [risks.Zip(died).Count(pair => pair.First >= threshold && pair.Second == 1), risks.Zip(died).Count(pair => pair.First >= threshold && pair.Second == 0)])]);
        }
    }

    /// <summary>100 people in each of two arms, of whom so many died, each on an own day.</summary>
    private static AnalysisTable Arms(int a, int b)
    {
        double[] died = [.. Enumerable.Range(0, 200).Select(i => i < a || i >= 100 && i < 100 + b ? 1.0 : 0)];
        return new AnalysisTable().Factor("Arm", [.. Enumerable.Range(0, 200).Select(i => i < 100 ? "A" : "B")]).Number("IsB", [.. Enumerable.Range(0, 200).Select(i => i < 100 ? 0.0 : 1)])
            .Number("Died", died).Number("Days", [.. Enumerable.Range(0, 200).Select(i => 1.0 + i * 37 % 200)]);
    }

    private static string Withheld(FittedModel model) => string.Join(", ", model.Coefficients.Where(coefficient => coefficient.IsWithheld).Select(coefficient => coefficient.Name));

    private static void RequireApart(IReadOnlyList<double> times, SurvivalCurve curve) =>
        RequireApart([.. times.Select(time => (int[])[curve.Points.Where(point => point.Time <= time).Sum(point => point.Events)])]);

    private static void RequireApart(IReadOnlyList<int[]> counts)
    {
        for (var k = 1; k < counts.Count; k++) Assert.All(counts[k].Zip(counts[k - 1]), pair => Assert.True(pair.First - pair.Second is 0 or > 7, $"{pair.Second} and then {pair.First}"));
    }
}
