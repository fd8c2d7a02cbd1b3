using Phm.Statistics;
using static Phm.Statistics.Term;

namespace Phm.Tests.Statistics;

/// <summary>Worked examples of the literature, and numbers of R 4.2.2 (glm with epsilon 1e-14) and sandwich 3.0-2.</summary>
public sealed class GeneralisedLinearModelTests
{
    private static readonly BinaryModel s_births = Model.Binary("low").On("age", "lwt", "race", "smoke", "ptl", "ht", "ui");

    [Fact]
    public void Low_birth_weight_is_fitted_as_by_R()
    {
        var fit = s_births.Fit(ReferenceData.Births);
        Digits.AtLeast(12, [0.46440328265089525, -0.02706977929895843, -0.01518256286258117, 1.26321937554841313, 0.86163510753434724, 0.92334915722878197, 0.54175511948906929, 1.83369560991297909, 0.75859650421114933], fit.Coefficients.Select(c => c.Estimate));
        Digits.AtLeast(11, [1.204702110129934445, 0.036452614313188587, 0.006927902396921516, 0.526467741460926897, 0.439197492232328623, 0.400858315520682906, 0.346266562425889768, 0.691769988295417360, 0.459391821255831279], fit.Coefficients.Select(c => c.StandardError));
        Digits.AtLeast(13, [201.4269512038122, 234.6719961932185, -100.7134756019061, 219.4269512038122, 248.6026743393490, 1 - 100.7134756019061 / 117.33599809660925],
            [fit.Deviance, fit.NullDeviance, fit.LogLikelihood, fit.Aic, fit.Bic, fit.McFaddenRSquared]);
        Digits.AtLeast(11, [182.0329954362876], [fit.PearsonChiSquared]);
        Assert.Equal((1, double.PositiveInfinity), (fit.Scale, fit["age"].DegreesOfFreedom));
    }

    [Theory]
    [InlineData(StandardErrors.HC0, 1.220135307684877324, 0.007114555115154766, 0.487145004164312501)]
    [InlineData(StandardErrors.HC1, 1.250266642565609709, 0.007290249598669759, 0.499175087355489489)]
    [InlineData(StandardErrors.HC2, 1.260624262128204887, 0.007378376977287168, 0.505564682700906487)]
    [InlineData(StandardErrors.HC3, 1.303669409764804943, 0.007659677347014283, 0.524913466974543219)]
    [InlineData(StandardErrors.Clustered, 1.268623022836834924, 0.008552292027042828, 0.482474789757079137)]
    public void Robust_and_clustered_standard_errors_are_those_of_sandwich(StandardErrors kind, double intercept, double weight, double irritability)
    {
        var fit = (kind == StandardErrors.Clustered ? s_births.ClusteredBy("age") : s_births.Robust(kind)).Fit(ReferenceData.Births);
        Digits.AtLeast(10, [intercept, weight, irritability], [fit["Intercept"].StandardError, fit["lwt"].StandardError, fit["ui"].StandardError]);
    }

    [Fact]
    public void Predictions_keep_to_possible_values_with_the_intervals_of_R()
    {
        var rows = ReferenceData.Lines("birthwt.csv").Skip(1).Select(line => line.Split(',')).ToArray();
        var chosen = AnalysisTable.FromRows(((int[])[0, 49, 99]).Select(i => rows[i]), c => c.Number("age", r => ReferenceData.Number(r[1])).Number("lwt", r => ReferenceData.Number(r[2])).Factor("race", r => r[3])
            .Number("smoke", r => ReferenceData.Number(r[4])).Number("ptl", r => ReferenceData.Number(r[5])).Number("ht", r => ReferenceData.Number(r[6])).Number("ui", r => ReferenceData.Number(r[7])));
        var predictions = s_births.Fit(ReferenceData.Births).Predict(chosen);
        Digits.AtLeast(12, [-0.7913330852595253, 0.3633345595175396, -2.4277012084914777], predictions.Select(p => p.LinearPredictor));
        Digits.AtLeast(11, [0.6845736020784837, 0.4930170158645838, 0.4696379326437397], predictions.Select(p => p.StandardError));
        Digits.AtLeast(11, [0.1059236436118966, 0.3536665480956775, 0.0339549887215274], predictions.Select(p => p.Interval.Low));
        Assert.All(predictions, p => Assert.True(0 < p.Interval.Low && p.Interval.Low < p.Mean && p.Mean < p.Interval.High && p.Interval.High < 1));
    }

    /// <summary>Collett D. Modelling Binary Data. Chapman and Hall, 1991, p 75; as in Venables WN, Ripley BD. Modern Applied Statistics with S. Springer, 2002, section 7.2.</summary>
    [Fact]
    public void Budworms_killed_out_of_twenty_are_fitted_as_by_R()
    {
        var table = new AnalysisTable().Number("dead", [1, 4, 9, 13, 18, 20, 0, 2, 6, 10, 12, 16]).Number("moths", Enumerable.Repeat(20, 12).ToArray())
            .Number("dose", [0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]).Factor("sex", [.. Enumerable.Range(0, 12).Select(i => i < 6 ? "M" : "F")]);
        var fit = Model.Binary("dead").OutOf("moths").On("sex", "dose", Interaction("sex", "dose")).Fit(table);
        Digits.AtLeast(12, [-2.9935417551710284, 0.1749867878555053, 0.9060364354674574, 0.3529129887364977], fit.Coefficients.Select(c => c.Estimate));
        Digits.AtLeast(12, [0.5526997610546098, 0.7783100816083163, 0.1671016604007987, 0.2699902587970388], fit.Coefficients.Select(c => c.StandardError));
        Digits.AtLeast(12, [4.993727307620345, 124.875592604407800, 3.504693829337964, -17.55206415451840, 43.10412830903681], [fit.Deviance, fit.NullDeviance, fit.PearsonChiSquared, fit.LogLikelihood, fit.Aic]);
        Assert.Equal(6.7571, Model.Binary("dead").OutOf("moths").On("sex", "dose").Fit(table).Deviance, 4);
    }

    /// <summary>Dobson AJ. An Introduction to Generalized Linear Models. Chapman and Hall, 1990, p 93: a randomised trial.</summary>
    [Fact]
    public void Counts_of_Dobson_are_fitted_as_published()
    {
        var table = new AnalysisTable().Number("counts", [18, 17, 15, 20, 10, 20, 25, 13, 12]).Factor("outcome", ["1", "2", "3", "1", "2", "3", "1", "2", "3"]).Factor("treatment", ["1", "1", "1", "2", "2", "2", "3", "3", "3"]);
        var fit = Model.Count("counts").On("outcome", "treatment").Fit(table);
        Digits.AtLeast(12, [3.044522437723424, -4.542552722775970e-01, -2.929871246814744e-01], fit.Coefficients.Take(3).Select(c => c.Estimate));
        Assert.All(fit.Coefficients.Skip(3), c => Assert.Equal(0, c.Estimate, 14));
        Digits.AtLeast(12, [0.1708986518564416, 0.2021707591938456, 0.1927423451597930, 0.2, 0.2], fit.Coefficients.Select(c => c.StandardError));
        Digits.AtLeast(12, [5.129141077001149, 10.581445863750867, 5.173201621073960, -23.38065920097884, 56.76131840195767], [fit.Deviance, fit.NullDeviance, fit.PearsonChiSquared, fit.LogLikelihood, fit.Aic]);
    }

    [Fact]
    public void A_quasi_likelihood_widens_the_errors_of_Poisson_and_has_no_likelihood()
    {
        var fit = Model.Count("Days").On(Factor("Eth", "A"), "Sex", "Age", "Lrn").Fit(ReferenceData.Absences, Family.QuasiPoisson);
        Digits.AtLeast(12, [2.7153802189476473, -0.5336043252474517, 0.1615965890716398, -0.3339013641124430, 0.2578283519090737, 0.4276938285291939, 0.3489429642848020], fit.Coefficients.Select(c => c.Estimate));
        Digits.AtLeast(11, [0.2347100863043001, 0.1519776419476074, 0.1543414909440027, 0.2543422779312429, 0.2264959170846081, 0.2456077464368555, 0.1888444889254110], fit.Coefficients.Select(c => c.StandardError));
        Digits.AtLeast(12, [1696.70655249359493, 2073.53276096549689, 13.16684262747419], [fit.Deviance, fit.NullDeviance, fit.Scale]);
        Assert.True(double.IsNaN(fit.LogLikelihood) && double.IsNaN(fit.Aic) && double.IsNaN(fit.McFaddenRSquared));
        Assert.Equal(139, fit["Sex: M"].DegreesOfFreedom);
    }

    [Fact]
    public void Poisson_regression_has_the_likelihood_and_the_robust_errors_of_R()
    {
        var fit = Model.Count("Days").On(Factor("Eth", "A"), "Sex", "Age", "Lrn").Robust(StandardErrors.HC0).Fit(ReferenceData.Absences);
        Digits.AtLeast(11, [0.2353222467996076, 0.1533250717341246, 0.1550050855573034, 0.2666663919197695, 0.2496699245035611, 0.2476820944004856, 0.1875480079403205], fit.Coefficients.Select(c => c.StandardError));
        Digits.AtLeast(12, [1696.706552493595, 1830.191125218927, -1142.591815142680, 2299.183630285361, 2320.068876637319], [fit.Deviance, fit.PearsonChiSquared, fit.LogLikelihood, fit.Aic, fit.Bic]);
    }

    [Fact]
    public void Exposure_weights_and_a_spline_go_together_as_in_R()
    {
        var lines = ReferenceData.Lines("birthwt.csv").Skip(1).Select(line => ReferenceData.Number(line.Split(',')[2])).ToArray();
        var table = ReferenceData.Births.Number("t", [.. lines.Select(weight => weight / 100)]).Number("log t", [.. lines.Select(weight => Math.Log(weight / 100))]).Number("w", [.. lines.Select(weight => weight / 120)]);
        var model = Model.Count("ftv").On(Spline("age", 3), "race", "smoke").Weights("w");
        var fit = model.Exposure("t").Fit(table);
        Digits.AtLeast(10, [-0.64616492984246332, 0.85634699304331852, 0.20750941226767061, 0.39385298565020832, -0.05986528854297945, 0.01557309909180098, 0.05999633682831589], fit.Coefficients.Select(c => c.Estimate));
        Digits.AtLeast(10, [0.4413286855266103, 0.3841048027040038, 1.0079479544124281, 0.7856809752749232, 0.2250780897019106, 0.1836927401641850, 0.1621605993741989], fit.Coefficients.Select(c => c.StandardError));
        Digits.AtLeast(11, [280.9509769151510, 291.6516479996936, 281.4619751870065, -256.5202706416181, 527.0405412832363], [fit.Deviance, fit.NullDeviance, fit.PearsonChiSquared, fit.LogLikelihood, fit.Aic]);
        Digits.AtLeast(13, fit.Coefficients.Select(c => c.Estimate), model.Offset("log t").Fit(table).Coefficients.Select(c => c.Estimate));
    }

    /// <summary>McCullagh P, Nelder JA. Generalized Linear Models. Chapman and Hall, 1989, p 300-302; here with log link, the reference being R.</summary>
    [Fact]
    public void Clotting_times_are_fitted_as_by_R()
    {
        int[] percentages = [5, 10, 15, 20, 30, 40, 60, 80, 100];
        var table = new AnalysisTable().Number("time", [118, 58, 42, 35, 27, 25, 21, 19, 18]).Number("ln u", [.. percentages.Select(u => Math.Log(u))]);
        var fit = Model.Amount("time").On("ln u").Fit(table);
        Digits.AtLeast(11, [5.5032302275159530, -0.6019176717423596], fit.Coefficients.Select(c => c.Estimate));
        Digits.AtLeast(11, [0.19030092491736805, 0.05530780303263481, 0.02435438456519029], [.. fit.Coefficients.Select(c => c.StandardError), fit.Scale]);
        Digits.AtLeast(11, [0.1626082944973311, 3.5128262638285168, 0.1704806919563321, -26.24082810329229, 58.48165620658457], [fit.Deviance, fit.NullDeviance, fit.PearsonChiSquared, fit.LogLikelihood, fit.Aic]);
    }

    [Fact]
    public void Birth_weights_as_amounts_are_fitted_as_by_R()
    {
        var model = Model.Amount("bwt").On("age", "lwt", "race", "smoke");
        var fit = model.Fit(ReferenceData.Births);
        Digits.AtLeast(10, [7.954834920713603097, -0.001210155545838859, 0.001376155699616003, -0.173795973635828743, -0.130519720218499946, -0.132495378004517800], fit.Coefficients.Select(c => c.Estimate));
        Digits.AtLeast(11, [11.78909294693983, 13.45954160565662, 10.00369668826199, -1509.914659397890, 3033.829318795780], [fit.Deviance, fit.NullDeviance, fit.PearsonChiSquared, fit.LogLikelihood, fit.Aic]);
        Digits.AtLeast(9, [0.1202383859937822264, 0.0043236493387407825, 0.0005275398011461529, 0.0543457469702393475, 0.0457829772502015009, 0.0409383235241946031], model.Robust(StandardErrors.HC3).Fit(ReferenceData.Births).Coefficients.Select(c => c.StandardError));
    }

}
