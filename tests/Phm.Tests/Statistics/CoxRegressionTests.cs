using Phm.Statistics;
using static Phm.Statistics.Term;

namespace Phm.Tests.Statistics;

/// <summary>
/// Cox regression against R 4.2.2, survival 3.5-3 (<c>coxph</c> with eps = 1e-15, <c>concordance</c>, <c>basehaz</c>, <c>cox.zph</c>), in 9 digits or more.
/// By cluster R leaves out the factor G/(G - 1), which is put in here.
/// </summary>
public sealed class CoxRegressionTests
{
    private static SurvivalModel Lung => Model.Survival("time", "died").On("age", "sex", "ecog");

    [Fact]
    public void Ties_by_Efron_agree_with_R() => Agrees(Lung.Fit(SurvivalData.Lung),
        [0.0110667645961186, -0.552612395531837, 0.463728475115732], [0.0092674110143657, 0.167739053783422, 0.113577266161371], [-744.48045576144, -729.230121374862], 0.637135493000455);

    [Fact]
    public void Ties_by_Breslow_agree_with_R() => Agrees(Lung.Fit(SurvivalData.Lung, Ties.Breslow),
        [0.0110411363857075, -0.551889569637656, 0.46294704033455], [0.00926677011420227, 0.167742448017828, 0.11357405206058], [-744.692819266161, -729.488705176773], 0.637135493000455);

    [Theory]
    [InlineData(Ties.Efron, 0.00988139278005566, 0.164748427949947, 0.124158848602323)]
    [InlineData(Ties.Breslow, 0.00986140619333279, 0.164483549415597, 0.123963452768054)]
    public void Robust_standard_errors_agree_with_R(Ties ties, params double[] errors) =>
        Digits.AtLeast(9, errors, Lung.Robust(StandardErrors.HC0).Fit(SurvivalData.Lung, ties).Coefficients.Select(c => c.StandardError));

    [Fact]
    public void Standard_errors_by_cluster_agree_with_R()
    {
        var fit = Lung.ClusteredBy("inst").Fit(SurvivalData.Lung);
        var factor = Math.Sqrt(fit.Clusters!.Value / (fit.Clusters.Value - 1.0));
        Agrees(fit, [0.0112321642572748, -0.556593413985132, 0.469216396766102], [.. ((double[])[0.00688872705633099, 0.112286679907034, 0.117615953271261]).Select(error => error * factor)],
            [-739.374983685165, -724.119253118481], 0.637602040816327);
    }

    [Fact]
    public void Strata_offsets_and_weights_agree_with_R()
    {
        Agrees(Model.Survival("time", "died").On("age", "ecog").StratifiedBy("sex").Fit(SurvivalData.Lung),
            [0.0105662546010264, 0.462424434358577], [0.00924137389309374, 0.114761097854803], [-638.509764984236, -628.770939501205], 0.605849182834751);
        Agrees(Model.Survival("time", "died").On("sex").Offset("ageOver50").Fit(SurvivalData.Lung),
            [-0.510285526805552], [0.167210112136828], [-747.799013275187, -742.899358482312], 0.602603177775557);
        Agrees(Model.Survival("time", "died").On("age", "sex").Weights("weight").Fit(SurvivalData.Lung),
            [0.0200830409200388, -0.55868196582485], [0.00711075145493366, 0.125282200402646], [-1503.29227499422, -1488.23849272493], 0.607531794988957);
        Agrees(Model.Survival("time", "died").On("age", "sex").Weights("weight").Fit(SurvivalData.Lung, Ties.Breslow),
            [0.0200514161320862, -0.557965118471123], [0.00710960098230589, 0.125284174747799], [-1503.59341347072, -1488.57941670838], 0.607531794988957);
    }

    [Fact]
    public void Left_truncation_agrees_with_R()
    {
        var model = Model.Survival("time", "died").Entering("entry").On("sex", "ecog");
        Agrees(model.Fit(SurvivalData.Lung), [-0.621821790334685, 0.569966047518256], [0.168763957925249, 0.110652130708529], [-683.951384858561, -664.61723702021], 0.644180087847731);
        Digits.AtLeast(9, [0.17195774790971, 0.127995581323055], model.Robust(StandardErrors.HC0).Fit(SurvivalData.Lung).Coefficients.Select(c => c.StandardError));
    }

    [Fact]
    public void Baseline_hazards_agree_with_R()
    {
        var fit = Lung.Fit(SurvivalData.Lung);
        Digits.AtLeast(9, [0.0027628150676267, 2.0776278757337012], [fit.Baselines[0].At(5), fit.Baselines[0].At(883)]);
        Digits.AtLeast(9, [0.00276743487574453, 2.07858431250420006], [.. ((double[])[5, 883]).Select(time => Lung.Fit(SurvivalData.Lung, Ties.Breslow).Baselines[0].At(time))]);
        var strata = Model.Survival("time", "died").On("age", "ecog").StratifiedBy("sex").Fit(SurvivalData.Lung).Baselines;
        Assert.Equal(["1", "2"], strata.Select(baseline => baseline.Stratum));
        Digits.AtLeast(9, [0.0361058247579658, 0.3609425961294774, 1.1172672290557071, 0.0070589223609337, 0.2065739673114693],
            [strata[0].At(60), strata[0].At(364), strata[0].At(883), strata[1].At(60), strata[1].At(364)]);
        Assert.Equal(0, fit.Baselines[0].At(4));
    }

    [Fact]
    public void The_survival_of_a_person_is_the_baseline_to_the_power_of_the_relative_hazard()
    {
        var model = Model.Survival("time", "died").On("age", "ecog").StratifiedBy("sex");
        var fit = model.Fit(SurvivalData.Lung);
        var people = new AnalysisTable().Number("age", [60, 70]).Number("ecog", [0, 2]).Number("sex", [2, 1]);
        var expected = ((double[])[fit["age"].Estimate * 60, fit["age"].Estimate * 70 + fit["ecog"].Estimate * 2]).Zip(fit.Baselines.Reverse(), (eta, baseline) => Math.Exp(-baseline.At(364) * Math.Exp(eta)));
        Digits.AtLeast(12, expected, fit.Survival(people, 364));
        Assert.Contains("stratum '3' that the model has not seen", Assert.Throws<DataException>(() => fit.Survival(new AnalysisTable().Number("age", [60]).Number("ecog", [0]).Number("sex", [3]), 364)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Ties.Efron, 0.187987673560505, 2.305437226774801, 2.054248773862775, 4.463657588161999)]
    [InlineData(Ties.Breslow, 0.18808566105707, 2.29719735433398, 2.05170861154752, 4.45101233320089)]
    public void The_test_of_proportional_hazards_agrees_with_R(Ties ties, params double[] statistics)
    {
        var tests = Lung.Fit(SurvivalData.Lung, ties).TestProportionalHazards(SurvivalData.Lung);
        Assert.Equal(["age", "sex", "ecog", ""], tests.Select(test => test.Term));
        Digits.AtLeast(8, statistics, tests.Select(test => test.Statistic));
        Assert.Equal(3, tests[^1].DegreesOfFreedom);
        if (ties == Ties.Efron) Digits.AtLeast(8, [0.664596763193248, 0.215554945395769], [tests[0].PValue, tests[^1].PValue]);
    }

    [Fact]
    public void The_score_of_each_row_adds_up_to_nothing_at_the_maximum()
    {
        foreach (var model in (SurvivalModel[])[Lung, Lung.Entering("entry").StratifiedBy("sex") with { Terms = [(Term)"age", "ecog"] }])
        {
            var frame = Frame.Of(model, SurvivalData.Lung);
            var rows = CoxRows.Of(frame, FollowUp.Of(model, SurvivalData.Lung, frame.Selection));
            var columns = model.Terms.Count;
            var fit = model.Fit(SurvivalData.Lung);
            var scores = CoxScores.Of(rows, [.. fit.Coefficients.Select(c => c.Estimate)], Ties.Efron);
            for (var j = 0; j < columns; j++) Assert.Equal(0, Enumerable.Range(0, rows.Count).Sum(i => scores[i * columns + j]), 8);
        }
    }

    [Fact]
    public void Concordance_is_that_of_all_pairs_counted_one_by_one()
    {
        var random = new Random(3);
        for (var round = 0; round < 20; round++)
        {
            const int people = 60;
            var (time, died, x) = (new double[people], new double[people], new double[people]);
            for (var i = 0; i < people; i++) (time[i], died[i], x[i]) = (random.Next(1, 25), random.Next(2), random.Next(6));
            var fit = Model.Survival("time", "died").On("x").Fit(new AnalysisTable().Number("time", time).Number("died", died).Number("x", x));
            var (agree, pairs) = (0.0, 0);
            for (var i = 0; i < people; i++)
            {
                for (var j = 0; j < people; j++)
                {
                    if (died[i] == 0 || !(time[j] > time[i] || time[j] == time[i] && died[j] == 0)) continue;
                    pairs++;
                    agree += x[i] == x[j] ? 0.5 : fit["x"].Estimate * (x[i] - x[j]) > 0 ? 1 : 0;
                }
            }
            Assert.Equal(agree / pairs, fit.Concordance!.Value, 12);
        }
    }

    [Fact]
    public void Each_of_many_pairs_can_be_a_stratum()
    {
        // Of pairs with one event each, the partial likelihood is that of a logistic regression of differences without intercept.
        var random = new Random(31);
        const int pairs = 400;
        var x = Enumerable.Range(0, 2 * pairs).Select(_ => random.NextDouble()).ToArray();
        var first = Enumerable.Range(0, pairs).Select(k => random.NextDouble() < 1 / (1 + Math.Exp(x[2 * k + 1] - x[2 * k]))).ToArray();
        var table = new AnalysisTable().Number("x", x).Number("pair", [.. Enumerable.Range(0, 2 * pairs).Select(i => i / 2)])
            .Number("time", [.. x.Select((_, i) => i % 2 == 0 == first[i / 2] ? 1.0 : 2)]).Number("died", [.. x.Select((_, i) => i % 2 == 0 == first[i / 2] ? 1.0 : 0)]);
        var differences = new AnalysisTable().Number("x", [.. first.Select((_, k) => x[2 * k] - x[2 * k + 1])]).Number("first", [.. first.Select(flag => flag ? 1.0 : 0)]);
        var (cox, logistic) = (Model.Survival("time", "died").On("x").StratifiedBy("pair").Fit(table), Model.Binary("first").On("x").WithoutIntercept().Fit(differences));
        Digits.AtLeast(9, [logistic["x"].Estimate, logistic["x"].StandardError, logistic.LogLikelihood], [cox["x"].Estimate, cox["x"].StandardError, cox.LogLikelihood]);
        Assert.Equal(pairs, cox.Baselines.Count);
    }

    [Theory]
    [InlineData(Ties.Efron)]
    [InlineData(Ties.Breslow)]
    public void The_likelihood_of_ties_entries_strata_and_weights_is_that_of_its_definition(Ties ties)
    {
        var random = new Random(77);
        for (var round = 0; round < 10; round++)
        {
            var rows = Enumerable.Range(0, 60).Select(_ => (Entry: random.Next(5) - 0.5, Time: (double)random.Next(5, 12), Died: random.Next(2), X: random.NextDouble(), Stratum: random.Next(2), Weight: 0.5 + random.NextDouble())).ToArray();
            var table = AnalysisTable.FromRows(rows, c => c.Number("entry", r => r.Entry).Number("time", r => r.Time).Number("died", r => r.Died).Number("x", r => r.X).Number("stratum", r => r.Stratum).Number("weight", r => r.Weight));
            var fit = Model.Survival("time", "died").On("x").Entering("entry").StratifiedBy("stratum").Weights("weight").Fit(table, ties);
            var (beta, logLikelihood) = (fit["x"].Estimate, 0.0);
            foreach (var dying in rows.Where(r => r.Died == 1).GroupBy(r => (r.Stratum, r.Time)))
            {
                var atRisk = rows.Where(r => r.Stratum == dying.Key.Stratum && r.Entry < dying.Key.Time && r.Time >= dying.Key.Time).Sum(r => r.Weight * Math.Exp(beta * r.X));
                var (count, own, weight) = (dying.Count(), dying.Sum(r => r.Weight * Math.Exp(beta * r.X)), dying.Sum(r => r.Weight));
                logLikelihood += dying.Sum(r => r.Weight * beta * r.X);
                for (var k = 0; k < count; k++) logLikelihood -= weight / count * Math.Log(atRisk - (ties == Ties.Efron ? k / (double)count * own : 0));
            }
            Assert.Equal(logLikelihood, fit.LogLikelihood, 9);
        }
    }

    [Fact]
    public void Factors_splines_and_nested_models_work_as_in_every_regression()
    {
        var smaller = Model.Survival("Days", "Died").On("Age").Fit(SurvivalData.Ovarian);
        var larger = Model.Survival("Days", "Died").On("Age", Factor("Residual")).Fit(SurvivalData.Ovarian);
        Assert.Equal(["Age", "Residual: 2"], larger.Coefficients.Select(c => c.Name));
        var test = LikelihoodRatioTest.Of(smaller, larger);
        Assert.Equal((1, 2 * (larger.LogLikelihood - smaller.LogLikelihood)), (test.DegreesOfFreedom, test.Statistic));
        Assert.Equal(Math.Exp(10 * smaller["Age"].Estimate), smaller.HazardRatio("Age", 60, 50).Value, 12);
        Assert.Equal(-2 * smaller.LogLikelihood + Math.Log(12), smaller.Bic, 12);
        Assert.Equal(4, Model.Survival("time", "died").On(Spline("age", 3), "sex").Fit(SurvivalData.Lung).Coefficients.Count);
    }

    [Fact]
    public void A_column_that_foretells_every_event_is_named_as_separation()
    {
        var random = new Random(4);
        var (site, age, days, died) = (new string[200], new double[200], new double[200], new double[200]);
        for (var i = 0; i < 200; i++) (site[i], age[i], days[i], died[i]) = (i < 8 ? "rare" : i % 2 == 0 ? "A" : "B", random.Next(20, 90), random.Next(1, 100), i < 8 ? 0 : random.Next(2));
        var table = new AnalysisTable().Factor("site", site).Number("age", age).Number("days", days).Number("died", died);
        var error = Assert.Throws<ConvergenceException>(() => Model.Survival("days", "died").On("age", "site").Fit(table));
        Assert.Equal((EstimationFailure.Separation, "site: rare"), (error.Cause, Assert.Single(error.Columns)));
        var ordered = new AnalysisTable().Number("days", [1, 2, 3, 4, 5, 6]).Number("died", [1, 1, 1, 1, 0, 0]).Number("x", [9, 7, 6, 4, 2, 1]).Number("z", [1, 4, 2, 3, 1, 5]);
        Assert.Equal(["x"], Assert.Throws<ConvergenceException>(() => Model.Survival("days", "died").On("x").Fit(ordered)).Columns);
    }

    [Fact]
    public void Columns_that_cannot_be_told_apart_are_named()
    {
        var table = SurvivalData.Ovarian.Number("Twice", [.. Enumerable.Range(0, 26).Select(i => i % 2 * 2.0)]).Number("Once", [.. Enumerable.Range(0, 26).Select(i => i % 2 * 1.0 + 5)]).Number("Same", [.. Enumerable.Repeat(3.0, 26)]);
        var error = Assert.Throws<ConvergenceException>(() => Model.Survival("Days", "Died").On("Age", "Once", "Twice").Fit(table));
        Assert.Equal(EstimationFailure.RankDeficiency, error.Cause);
        Assert.Equal(["Twice", "Once"], error.Columns);
        Assert.Equal(["Same"], Assert.Throws<ConvergenceException>(() => Model.Survival("Days", "Died").On("Age", "Same").Fit(table)).Columns);
        error = Assert.Throws<ConvergenceException>(() => Model.Survival("Days", "Died").On("Age", "Once").StratifiedBy("Twice").Fit(table));
        Assert.Equal((EstimationFailure.RankDeficiency, "Once"), (error.Cause, Assert.Single(error.Columns)));
        Assert.Contains("take fewer strata", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_no_survival_can_have_are_named_with_the_row()
    {
        var table = SurvivalData.Ovarian.Number("Never", new double[26]).Number("Negative", [.. Enumerable.Range(0, 26).Select(i => i - 4.0)]);
        Refused("'Never' never happens", () => Model.Survival("Days", "Never").On("Age").Fit(table));
        Refused("'Negative' is below 0 in row 1", () => Model.Survival("Negative", "Died").On("Age").Fit(table));
        Refused("'Age' is neither 0 nor 1 in row 1", () => Model.Survival("Days", "Age").On("Residual").Fit(table));
        Refused("'Age' is not before the end 'Days' in row 1", () => Model.Survival("Days", "Died").Entering("Age").On("Residual").Fit(table));
        Refused("no column 'Nothing'", () => Model.Survival("Days", "Died").On("Age").StratifiedBy("Nothing").Fit(table));
        Refused("NaN", () => new AnalysisTable().Number("Days", [1, double.NaN]));
        Assert.Contains("HC0 or HC1", Assert.Throws<ArgumentException>(() => Model.Survival("Days", "Died").On("Age").Robust(StandardErrors.HC3).Fit(table)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_any_size_and_place_are_fitted_the_same()
    {
        var far = SurvivalData.Lung.Number("far", [.. ReferenceData.Lines("lung.csv").Skip(1).Select(line => 1e8 + 1e5 * ReferenceData.Number(line.Split(',')[2]))]);
        var (near, other) = (Lung.Fit(far), Model.Survival("time", "died").On("far", "sex", "ecog").Fit(far));
        Digits.AtLeast(9, [near["age"].Estimate, near["age"].StandardError, near["sex"].Estimate, near.LogLikelihood], [1e5 * other["far"].Estimate, 1e5 * other["far"].StandardError, other["sex"].Estimate, other.LogLikelihood]);
    }

    private static void Agrees(SurvivalFit fit, double[] estimates, double[] errors, double[] logLikelihoods, double concordance)
    {
        Digits.AtLeast(9, estimates, fit.Coefficients.Select(c => c.Estimate));
        Digits.AtLeast(9, errors, fit.Coefficients.Select(c => c.StandardError));
        Digits.AtLeast(12, logLikelihoods, [fit.NullLogLikelihood, fit.LogLikelihood]);
        Digits.AtLeast(12, [concordance], [fit.Concordance!.Value]);
    }

    private static void Refused(string words, Func<object> act) => Assert.Contains(words, Assert.Throws<DataException>(act).Message, StringComparison.Ordinal);
}
