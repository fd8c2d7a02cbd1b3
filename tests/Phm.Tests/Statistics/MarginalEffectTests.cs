using Phm.Statistics;
using static Phm.Statistics.Term;

namespace Phm.Tests.Statistics;

/// <summary>Average differences by the definition, worked out in R 4.2.2 from glm and the numerical gradient of the average.</summary>
public sealed class MarginalEffectTests
{
    private static readonly BinaryFit s_fit = Model.Binary("low").On("age", "lwt", "race", Factor("smoke"), "ptl", "ht", "ui").Fit(ReferenceData.Births);

    [Fact]
    public void A_number_has_its_mean_slope_and_a_level_its_mean_difference_from_the_reference()
    {
        var effects = ((string[])["age", "smoke", "race"]).SelectMany(column => s_fit.MarginalEffects(ReferenceData.Births, column)).ToArray();
        Assert.Equal(["age", "smoke: 1 v 0", "race: 2 v 1", "race: 3 v 1"], effects.Select(effect => effect.Name));
        Digits.AtLeast(8, [-0.004825504053246438, 0.17046512403751998, 0.23279000420995594], effects.Take(3).Select(effect => effect.Estimate));
        Digits.AtLeast(7, [0.006474404907554816, 0.07295715621478586, 0.09956960224810116], effects.Take(3).Select(effect => effect.StandardError));
    }

    [Fact]
    public void Any_two_values_can_be_compared()
    {
        var (there, back) = (s_fit.Difference(ReferenceData.Births, "race", "3", "2"), s_fit.Difference(ReferenceData.Births, "race", "2", "3"));
        Assert.Equal((there.Estimate, there.StandardError), (-back.Estimate, back.StandardError), (a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-15 && Math.Abs(a.Item2 - b.Item2) < 1e-15);
        var twenty = s_fit.Difference(ReferenceData.Births, "age", 20, 20.001);
        Assert.Equal(s_fit.Difference(ReferenceData.Births, "age", 20.001, 20).Estimate, -twenty.Estimate, 15);
        Assert.Throws<ArgumentException>(() => s_fit.Difference(ReferenceData.Births, "race", "3", "7"));
        Assert.Throws<ArgumentException>(() => s_fit.Difference(ReferenceData.Births, "race", 1, 2));
        Assert.Throws<ArgumentException>(() => s_fit.MarginalEffects(ReferenceData.Births, "bwt"));
    }

    [Fact]
    public void In_a_linear_model_without_bends_the_effect_is_the_coefficient()
    {
        var fit = Model.Linear("bwt").On("age", "race").Robust().Fit(ReferenceData.Births);
        var effect = fit.MarginalEffects(ReferenceData.Births, "age").Single();
        Digits.AtLeast(8, [fit["age"].Estimate, fit["age"].StandardError, fit["age"].PValue], [effect.Estimate, effect.StandardError, effect.PValue]);
    }

    [Fact]
    public void Ratios_are_exponents_of_coefficients()
    {
        var ratio = s_fit.OddsRatios("smoke").Single();
        Assert.Equal(("smoke: 1", "smoke"), (ratio.Name, ratio.Term));
        Digits.AtLeast(11, [Math.Exp(0.92334915722878197), Math.Exp(0.92334915722878197) * 0.400858315520682906, Math.Exp(0.92334915722878197 - 1.959963984540054 * 0.400858315520682906)], [ratio.Value, ratio.StandardError, ratio.Interval().Low]);
        Assert.Equal(8, s_fit.OddsRatios().Count);
        var decade = s_fit.OddsRatios("age").Single().Per(10);
        Assert.Equal("age, per 10", decade.Name);
        Digits.AtLeast(13, [Math.Pow(s_fit.OddsRatios("age").Single().Value, 10), s_fit["age"].PValue], [decade.Value, decade.PValue]);
    }

    [Fact]
    public void Any_two_levels_and_any_two_points_of_a_curve_are_compared_as_predictions_are()
    {
        // Between two levels, neither the reference: the difference of coefficients with their covariance.
        var levels = s_fit.OddsRatio("race", "3", "2");
        var variance = s_fit.Covariance["race: 3", "race: 3"] + s_fit.Covariance["race: 2", "race: 2"] - 2 * s_fit.Covariance["race: 3", "race: 2"];
        Digits.AtLeast(12, [Math.Exp(s_fit["race: 3"].Estimate - s_fit["race: 2"].Estimate), Math.Sqrt(variance) * levels.Value], [levels.Value, levels.StandardError]);
        Assert.Equal("race: 3 v 2", levels.Name);
        Digits.AtLeast(12, [s_fit["race: 2"].Estimate, s_fit["race: 2"].StandardError], [s_fit.Contrast("race", "2", "1").Estimate, s_fit.Contrast("race", "2", "1").StandardError]);
        Digits.AtLeast(12, [s_fit.OddsRatios("age").Single().Per(10).Value], [s_fit.OddsRatio("age", 40, 30).Value]);

        var curve = Model.Count("ftv").On(Spline("age", 3), "smoke").Fit(ReferenceData.Births);
        var predictions = curve.Predict(new AnalysisTable().Number("age", [35, 20]).Number("smoke", [1, 1]));
        Digits.AtLeast(11, [predictions[0].Mean / predictions[1].Mean], [curve.RateRatio("age", 35, 20).Value]);
        Assert.Equal(0, curve.Contrast("age", 20, 20).Estimate);
        Assert.Throws<ArgumentException>(() => curve.RateRatio("race", "1", "2"));
        Assert.Throws<DataException>(() => curve.RateRatio("age", "old", "young"));
        Assert.Throws<DataException>(() => s_fit.OddsRatio("race", "3", "9"));
    }

    [Fact]
    public void Nested_models_are_compared_by_their_likelihoods()
    {
        var smaller = Model.Binary("low").On("age", "lwt", Factor("smoke"), "ptl", "ht", "ui").Fit(ReferenceData.Births);
        var test = LikelihoodRatioTest.Of(smaller, s_fit);
        Assert.Equal(2, test.DegreesOfFreedom);
        Digits.AtLeast(9, [7.34410501487960232, 0.02542423292934755], [test.Statistic, test.PValue]);
        Assert.Throws<ArgumentException>(() => LikelihoodRatioTest.Of(s_fit, smaller));

        var poisson = Model.Count("Days").On("Eth").Fit(ReferenceData.Absences);
        var negative = Model.Count("Days").On("Eth").Fit(ReferenceData.Absences, Family.NegativeBinomial);
        Assert.InRange(LikelihoodRatioTest.Of(poisson, negative).PValue, 0, 1e-100);
        Assert.Throws<ArgumentException>(() => LikelihoodRatioTest.Of(Model.Count("Days").Fit(ReferenceData.Absences, Family.QuasiPoisson), negative));
        Assert.Throws<ArgumentException>(() => LikelihoodRatioTest.Of(smaller, negative));
    }
}
