using Phm.Statistics;
using static Phm.Statistics.Term;

namespace Phm.Tests.Statistics;

/// <summary>Which models may be compared by their likelihoods, and which data are those that a model was fitted to.</summary>
public sealed class NestedModelTests
{
    private static readonly AnalysisTable s_table = Draw(4);

    private static CountModel Visits(params Term[] terms) => Model.Count("Visits").On(terms);

    [Fact]
    public void A_line_is_held_by_a_spline_and_by_categories_of_the_same_column()
    {
        Assert.Equal(2, Of(Visits("Age"), Visits(Spline("Age", 3))).DegreesOfFreedom);
        Assert.Equal(3, Of(Visits(Spline("Age", 1)), Visits(Spline("Age", 4))).DegreesOfFreedom);
        Assert.Equal(8, Of(Visits("Decile"), Visits(Factor("Decile"))).DegreesOfFreedom);
        Assert.Equal(1, Of(Visits("Sex", "Age"), Visits("Age", Factor("Sex", "M"), Interaction("Age", Factor("Sex", "M")))).DegreesOfFreedom);
    }

    [Fact]
    public void A_spline_is_held_by_one_with_its_knots_alone()
    {
        Assert.Equal(2, Of(Visits(Spline("Age", 2)), Visits(Spline("Age", 4))).DegreesOfFreedom);
        Refused("it does not hold 'Age'", () => Of(Visits(Spline("Age", 4)), Visits(Spline("Age", 5))));
        Refused("it does not hold 'Age'", () => Of(Visits("Age"), Visits("Sex", "Decile")));
        Refused("it does not hold 'Age'", () => Of(Visits("Age").WithoutIntercept(), Visits(Spline("Age", 3)).WithoutIntercept()));
        Refused("The first model has an intercept", () => Of(Visits("Age"), Visits("Age", "Decile").WithoutIntercept()));
        Refused("has to hold all the terms of the first, and more", () => Of(Visits("Age", "Sex"), Visits(Factor("Sex", "M"), "Age")));
    }

    [Fact]
    public void Models_that_differ_in_more_than_terms_are_refused()
    {
        var larger = Visits("Age", "Sex");
        Refused("exposure 'Years'", () => Of(Visits("Age"), larger.Exposure("Years")));
        Refused("weights 'Years'", () => Of(Visits("Age").Weights("Years"), larger));
        Refused("offset 'Years'", () => Of(Visits("Age").Offset("Years"), larger.Exposure("Years")));
        Refused("clustered standard errors", () => Of(Visits("Age").ClusteredBy("Practice"), larger.ClusteredBy("Practice")));
        Refused("robust standard errors", () => Of(Visits("Age"), larger.Robust()));
        Refused("different kinds", () => LikelihoodRatioTest.Of(Model.Linear("Visits").On("Age").Fit(s_table), larger.Fit(s_table)));
        var survival = Model.Survival("Years", "Died").On("Age");
        Refused("strata 'Sex'", () => LikelihoodRatioTest.Of(survival.Fit(s_table), survival.On("Decile").StratifiedBy("Sex").Fit(s_table)));
        Refused("the same ties", () => LikelihoodRatioTest.Of(survival.Fit(s_table), survival.On("Decile").Fit(s_table, Ties.Breslow)));
        Assert.Equal(1, LikelihoodRatioTest.Of(survival.StratifiedBy("Sex", "Practice").Fit(s_table), survival.On("Visits").StratifiedBy("Practice", "Sex").Fit(s_table)).DegreesOfFreedom);
        Assert.Throws<InvalidOperationException>(() => survival.ClusteredBy("Practice").Fit(s_table).OverallTest());
    }

    [Fact]
    public void Models_of_other_data_with_as_many_rows_are_refused()
    {
        var (smaller, larger) = (Visits("Age").Fit(s_table), Visits("Age", "Sex").Fit(Draw(5)));
        Refused("fitted to other data: column 'Visits' has other values", () => LikelihoodRatioTest.Of(smaller, larger));
        var missing = s_table.Number("Missing", [.. Enumerable.Range(0, s_table.Rows).Select(i => i == 3 ? (double?)null : i % 7)]);
        Refused("another number of rows", () => LikelihoodRatioTest.Of(smaller, Visits("Age", "Missing").Fit(missing)));
    }

    [Fact]
    public void Profiles_and_tests_of_hazards_ask_for_the_data_of_the_fit()
    {
        var (counts, hazards) = (Visits("Age").Fit(s_table, Family.NegativeBinomial), Model.Survival("Years", "Died").On("Age", "Sex").Fit(s_table));
        Assert.True(counts.ProfileOverdispersion(s_table.Number("Unused", new double[s_table.Rows])).Low > 0);
        Refused("The model was fitted to other data", () => counts.ProfileOverdispersion(Draw(5)));
        Refused("The model was fitted to other data", () => counts.OverdispersionProfile(Draw(5)));
        Assert.Equal(3, hazards.TestProportionalHazards(s_table).Count);
        Refused("The model was fitted to other data", () => hazards.TestProportionalHazards(Draw(5)));
    }

    private static LikelihoodRatioTest Of(CountModel smaller, CountModel larger) => LikelihoodRatioTest.Of(smaller.Fit(s_table), larger.Fit(s_table));

    private static AnalysisTable Draw(int seed)
    {
        var random = new Random(seed);
        var people = Enumerable.Range(0, 300).Select(i => (Practice: i % 20, Age: random.Next(20, 90), Sex: random.Next(2) == 0 ? "F" : "M", Decile: i % 10 + 1, Visits: random.Next(5) * random.Next(4), Years: 0.5 + random.NextDouble(), Died: random.Next(2))).ToArray();
        return AnalysisTable.FromRows(people, c => c.Number("Practice", p => p.Practice).Number("Age", p => p.Age).Factor("Sex", p => p.Sex).Number("Decile", p => p.Decile)
            .Number("Visits", p => p.Visits).Number("Years", p => p.Years).Number("Died", p => p.Died));
    }

    private static void Refused(string words, Func<object> act) => Assert.Contains(words, Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal);
}
