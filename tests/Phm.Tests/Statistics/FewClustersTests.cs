using Phm.Charting;
using Phm.Statistics;
using static Phm.Statistics.Term;

namespace Phm.Tests.Statistics;

/// <summary>Standard errors by cluster where clusters are few: refused where they would be of no width, and said to be too narrow elsewhere.</summary>
public sealed class FewClustersTests
{
    [Fact]
    public void One_cluster_an_arm_is_refused_by_every_kind_of_model()
    {
        var table = Trial(600, i => i % 2, clusters: 2);
        Refused("The term 'Arm' is the same throughout each cluster of 'Pcn', and its level 'Usual care' lies in a single cluster",
            () => Model.Count("Admissions").On("Arm").ClusteredBy("Pcn").Fit(table, Family.NegativeBinomial), () => Model.Count("Admissions").On("Arm").ClusteredBy("Pcn").Fit(table),
            () => Model.Binary("Any").On("Arm").ClusteredBy("Pcn").Fit(table), () => Model.Linear("Admissions").On("Arm").ClusteredBy("Pcn").Fit(table),
            () => Model.Amount("Days").On("Arm").ClusteredBy("Pcn").Fit(table), () => Model.Survival("Days", "Any").On("Arm").ClusteredBy("Pcn").Fit(table));
        Refused("or compare without ClusteredBy and say so", () => Model.Count("Admissions").On("Arm", "Age").ClusteredBy("Pcn").Fit(table));
        Refused("one of its values lies in a single cluster", () => Model.Count("Admissions").On("Coached").ClusteredBy("Pcn").Fit(table));
    }

    [Fact]
    public void One_cluster_in_one_arm_is_refused_however_many_the_other_has()
    {
        Refused("its level 'Coaching' lies in a single cluster", () => Model.Linear("Admissions").On("Arm").ClusteredBy("Pcn").Fit(Trial(600, pcn => pcn == 0 ? 1 : 0, clusters: 12)));
        Refused("its level 'Usual care' lies in a single cluster", () => Model.Linear("Admissions").On(Factor("Arm", "Usual care")).ClusteredBy("Pcn").Fit(Trial(600, pcn => pcn == 0 ? 0 : 1, clusters: 3)));
        Assert.True(Model.Linear("Admissions").On("Arm").ClusteredBy("Pcn").Fit(Trial(600, pcn => pcn % 2, clusters: 12)).Coefficients[1].StandardError > 0);
    }

    [Fact]
    public void An_arm_within_clusters_and_a_number_of_clusters_may_be_rare()
    {
        // Coaching within every practice; a number that is 0 in one of them.
        var table = Trial(600, _ => 0, clusters: 12);
        table = table.Factor("Within", [.. Enumerable.Range(0, 600).Select(i => i / 12 % 2 == 0 ? "A" : "B")]).Number("Beds", [.. Enumerable.Range(0, 600).Select(i => 3.0 * (i % 12))]);
        Assert.Equal(12, Model.Linear("Admissions").On("Within", "Beds").ClusteredBy("Pcn").Fit(table).Clusters);
    }

    [Fact]
    public void The_level_of_a_few_people_is_not_named()
    {
        var person = Enumerable.Range(0, 60).Select(i => i / 3).ToArray();
        var table = new AnalysisTable().Number("y", [.. person.Select((p, i) => p % 7 + i % 5 * 0.7)]).Factor("person", [.. person.Select(p => $"{p}")]).Factor("disease", [.. person.Select(p => p == 4 ? "Rare" : "None")]);
        var error = Assert.Throws<DataException>(() => Model.Linear("y").On("disease").ClusteredBy("person").Fit(table));
        Assert.Contains("one of its levels lies in a single cluster", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Rare", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_coefficients_as_clusters_are_refused() =>
        Refused("Column 'Pcn' has 4 clusters, but the model of 'Admissions' has 4 coefficients", () => Model.Linear("Admissions").On("Age", "Visits", "Height").ClusteredBy("Pcn").Fit(Trial(600, pcn => pcn % 2, clusters: 4)));

    [Fact]
    public void Below_forty_clusters_every_table_and_plot_says_that_intervals_are_too_narrow()
    {
        var (few, enough) = (Model.Count("Admissions").On("Arm").ClusteredBy("Pcn").Fit(Trial(600, pcn => pcn % 2, clusters: 39)), Model.Count("Admissions").On("Arm").ClusteredBy("Pcn").Fit(Trial(600, pcn => pcn % 2, clusters: 40)));
        const string said = "With fewer than 40 clusters intervals are too narrow";
        Assert.Contains(said, few.ToString(), StringComparison.Ordinal);
        Assert.Contains(said, few.RateRatios("Arm").ToString(), StringComparison.Ordinal);
        Assert.Contains(said, few.ForestPlot().Note, StringComparison.Ordinal);
        Assert.DoesNotContain(said, enough.ToString(), StringComparison.Ordinal);
        Assert.Contains("clustered by Pcn (39 clusters)", few.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void So_few_rows_a_cluster_that_they_may_be_people_are_counted_as_people()
    {
        var table = Trial(243, _ => 0, clusters: 81);
        Assert.Contains("clustered by Pcn (80 clusters)", Model.Linear("Admissions").On("Age").ClusteredBy("Pcn").Fit(table).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Intervals_and_tests_are_of_t_with_one_degree_of_freedom_fewer_than_clusters()
    {
        var table = Trial(600, pcn => pcn % 2, clusters: 12);
        FittedModel[] fits =
        [
            Model.Count("Admissions").On("Arm").ClusteredBy("Pcn").Fit(table, Family.NegativeBinomial), Model.Binary("Any").On("Arm").ClusteredBy("Pcn").Fit(table), Model.Amount("Days").On("Arm").ClusteredBy("Pcn").Fit(table),
            Model.Survival("Days", "Any").On("Arm").ClusteredBy("Pcn").Fit(table), Model.Linear("Admissions").On("Arm").ClusteredBy("Pcn").Fit(table),
        ];
        // qt(0.975, 11) of R 4.2.2.
        const double t = 2.200985160082949;
        foreach (var fit in fits)
        {
            var arm = fit.Coefficients[^1];
            Assert.Equal(arm.Estimate + t * arm.StandardError, arm.Interval().High, 9);
            Assert.Equal(11, fit.Test("Arm").DenominatorDegreesOfFreedom);
            Assert.Equal(arm.PValue, fit.Test("Arm").PValue, 9);
            Assert.Equal(11, fit.Contrast("Arm", "Usual care", "Coaching").DegreesOfFreedom);
        }
    }

    [Fact]
    public void Of_robust_and_clustered_the_last_word_counts()
    {
        var (model, table) = (Model.Linear("Admissions").On("Arm"), Trial(600, pcn => pcn % 2, clusters: 12));
        var (robust, clustered) = (model.ClusteredBy("Pcn").Robust().Fit(table), model.Robust(StandardErrors.HC3).ClusteredBy("Pcn").Fit(table));
        Assert.Equal(model.Robust().Fit(table).Coefficients, robust.Coefficients);
        Assert.Null(robust.Clusters);
        Assert.Equal(model.ClusteredBy("Pcn").Fit(table).Coefficients, clustered.Coefficients);
    }

    [Fact]
    public void The_interval_of_a_dispersion_is_said_to_be_of_the_model()
    {
        var (model, table) = (Model.Count("Admissions").On("Arm"), Trial(600, pcn => pcn % 2, clusters: 12));
        Assert.Contains(", its interval by the model, not clustered", model.ClusteredBy("Pcn").Fit(table, Family.NegativeBinomial).ToString(), StringComparison.Ordinal);
        Assert.Contains(", its interval by the model, not robust", model.Robust().Fit(table, Family.NegativeBinomial).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("by the model", model.Fit(table, Family.NegativeBinomial).ToString(), StringComparison.Ordinal);
    }

    private static AnalysisTable Trial(int rows, Func<int, int> armOf, int clusters)
    {
        var random = new Random(8);
        var people = Enumerable.Range(0, rows).Select(i => (Pcn: i % clusters, Admissions: random.Next(6) * random.Next(3) * random.Next(2), Age: random.Next(40, 95), Visits: random.Next(20), Height: random.NextDouble())).ToArray();
        return AnalysisTable.FromRows(people, c => c.Factor("Pcn", p => $"PCN{p.Pcn}").Factor("Arm", p => armOf(p.Pcn) == 1 ? "Coaching" : "Usual care").Number("Coached", p => armOf(p.Pcn))
            .Number("Admissions", p => p.Admissions).Number("Any", p => p.Admissions > 0 ? 1 : 0).Number("Days", p => 1 + p.Visits + p.Height).Number("Age", p => p.Age).Number("Visits", p => p.Visits).Number("Height", p => p.Height));
    }

    private static void Refused(string words, params Func<FittedModel>[] fits)
    {
        foreach (var fit in fits) Assert.Contains(words, Assert.Throws<DataException>(fit).Message, StringComparison.Ordinal);
    }
}
