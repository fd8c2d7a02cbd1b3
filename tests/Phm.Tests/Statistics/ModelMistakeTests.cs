using Phm.Statistics;
using static Phm.Statistics.Term;

namespace Phm.Tests.Statistics;

/// <summary>Models that say something else than their author meant: refused, or said beside the result.</summary>
public sealed class ModelMistakeTests
{
    private static readonly AnalysisTable s_table = Draw();

    [Fact]
    public void What_is_explained_cannot_be_a_term()
    {
        Refused("The term 'visits' is made of column 'visits', which is the outcome", () => Model.Count("visits").On("age", "visits").Fit(s_table));
        Refused("which is the outcome", () => Model.Linear("visits").On(Spline("visits", 2)).Fit(s_table));
        Refused("which is the outcome", () => Model.Linear("visits").On("age", Factor("visits"), Interaction("age", Factor("visits"))).Fit(s_table));
        Refused("which is the trials", () => Model.Binary("died").OutOf("people").On("people").Fit(s_table));
        Refused("which is the event", () => Model.Survival("years", "died").On("age", "died").Fit(s_table));
        Refused("which is the time", () => Model.Survival("years", "died").On("years").Fit(s_table));
    }

    [Fact]
    public void A_perfect_fit_is_said_to_be_one_and_has_no_errors()
    {
        var fit = Model.Linear("double").On("age").Fit(s_table);
        Assert.True(fit.IsPerfect);
        Assert.Equal(2, fit["age"].Estimate, 12);
        Assert.True(double.IsNaN(fit.LogLikelihood) && double.IsNaN(fit["age"].StandardError) && double.IsNaN(fit["age"].PValue) && double.IsNaN(fit.OverallTest()!.PValue));
        var text = fit.ToString();
        Assert.Contains("Fits perfectly, no residual error · R² 1.000", text, StringComparison.Ordinal);
        Assert.Contains("look whether a term was computed from the outcome", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<0.001", text, StringComparison.Ordinal);
        Assert.DoesNotContain("likelihood", text, StringComparison.Ordinal);
        Assert.False(Model.Linear("visits").On("age").Fit(s_table).IsPerfect);
        Assert.Equal(2 * 50, fit.Predict(new AnalysisTable().Number("age", [50]))[0].Mean, 9);
    }

    [Fact]
    public void A_perfect_fit_of_many_rows_is_told_from_one_of_little_error()
    {
        var random = new Random(9);
        var (age, score) = (Enumerable.Range(0, 25_000).Select(_ => 20 + 70 * random.NextDouble()).ToArray(), Enumerable.Range(0, 25_000).Select(_ => random.NextDouble()).ToArray());
        var exact = age.Zip(score, (a, s) => 0.1 * a - 7.3 * s + 4).ToArray();
        var table = new AnalysisTable().Number("age", age).Number("score", score).Number("exact", exact).Number("near", [.. exact.Select(y => y + 1e-6 * random.NextDouble())]);
        Assert.True(Model.Linear("exact").On("age", "score").Fit(table).IsPerfect);
        Assert.False(Model.Linear("near").On("age", "score").Fit(table).IsPerfect);
    }

    [Fact]
    public void An_offset_of_counts_is_said_to_be_no_logarithm_of_theirs()
    {
        const string said = "The offset years was added to the logarithm of the expected count as it is, not logged";
        var fit = Model.Count("visits").On("age").Offset("years").Fit(s_table);
        Assert.Contains(said, fit.ToString(), StringComparison.Ordinal);
        Assert.Contains(said, fit.RateRatios("age").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("as it is, not logged", Model.Count("visits").On("age").Exposure("years").Fit(s_table).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Curves_and_their_test_refuse_what_they_would_not_heed()
    {
        var model = Model.Survival("years", "died");
        Unheard("the weights 'people'", model.Weights("people"));
        Unheard("the terms 'age'", model.On("age"));
        Unheard("the offset 'age'", model.Offset("age"));
        Unheard("clustered or robust standard errors", model.ClusteredBy("people"));
        Assert.Equal(2, model.Curves(s_table, "arm").Count);

        static void Unheard(string words, SurvivalModel of)
        {
            foreach (var act in (Func<object>[])[() => of.Curve(s_table), () => of.Curves(s_table, "arm"), () => of.LogRank(s_table, "arm")])
                Assert.Contains($"knows nothing of {words}", Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Average_effects_of_grouped_and_weighted_rows_are_those_of_their_people()
    {
        // 20 practices of 20 people, where x is high, and 20 of 2,000.
        var places = Enumerable.Range(0, 40).Select(k => (X: k < 20 ? 2.0 + k / 20.0 : -1 + k / 40.0, Arm: k % 2 == 0 ? "A" : "B", People: k < 20 ? 20 : 2_000, Events: k < 20 ? 8 + k % 5 : 300 + 17 * (k % 7))).ToArray();
        var grouped = AnalysisTable.FromRows(places, c => c.Number("x", p => p.X).Factor("arm", p => p.Arm).Number("people", p => p.People).Number("events", p => p.Events));
        var split = places.SelectMany(p => ((int, int)[])[(1, p.Events), (0, p.People - p.Events)], (p, part) => (p.X, p.Arm, Event: part.Item1, Count: part.Item2)).ToArray();
        AnalysisTable Of(IEnumerable<(double X, string Arm, int Event, int Count)> rows) => AnalysisTable.FromRows(rows, c => c.Number("x", p => p.X).Factor("arm", p => p.Arm).Number("event", p => p.Event).Number("count", p => p.Count));
        var (weighted, single) = (Of(split), Of(split.SelectMany(p => Enumerable.Repeat(p, p.Count))));
        (BinaryFit Fit, AnalysisTable Table)[] fits = [(Model.Binary("event").On("x", "arm").Fit(single), single), (Model.Binary("events").OutOf("people").On("x", "arm").Fit(grouped), grouped), (Model.Binary("event").On("x", "arm").Weights("count").Fit(weighted), weighted)];
        var effects = fits.Select(pair => (double[])[.. ((MarginalEffect[])[.. pair.Fit.MarginalEffects(pair.Table, "x"), .. pair.Fit.MarginalEffects(pair.Table, "arm"), pair.Fit.Difference(pair.Table, "x", 1, 0)]).SelectMany(effect => (double[])[effect.Estimate, effect.StandardError])]).ToArray();
        Digits.AtLeast(6, effects[0], effects[1]);
        Digits.AtLeast(6, effects[0], effects[2]);
        Assert.Contains("no column 'people'", Assert.Throws<DataException>(() => fits[1].Fit.MarginalEffects(single, "x")).Message, StringComparison.Ordinal);
    }

    private static AnalysisTable Draw()
    {
        var random = new Random(6);
        var people = Enumerable.Range(0, 200).Select(i => (Age: random.Next(20, 90), Visits: random.Next(8), Years: 0.5 + random.NextDouble(), Died: random.Next(2), People: 1 + i % 4, Arm: i % 2 == 0 ? "A" : "B")).ToArray();
        return AnalysisTable.FromRows(people, c => c.Number("age", p => p.Age).Number("double", p => 2 * p.Age).Number("visits", p => p.Visits).Number("years", p => p.Years).Number("died", p => p.Died).Number("people", p => p.People).Factor("arm", p => p.Arm));
    }

    private static void Refused(string words, Func<object> act) => Assert.Contains(words, Assert.Throws<DataException>(act).Message, StringComparison.Ordinal);
}
