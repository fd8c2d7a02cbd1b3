using Phm.Statistics;
using static Phm.Statistics.Term;

namespace Phm.Tests.Statistics;

/// <summary>
/// Days of absence from school: Venables WN, Ripley BD. Modern Applied Statistics with S. Springer, 2002, section 7.4. Numbers of R 4.2.2 with MASS
/// 7.3-58.2 (glm.nb) and sandwich 3.0-2; the standard error of theta is that of its formula at the maximum, where glm.nb stops a
/// step before; those of NB1 are from R's own maximisation of the likelihood by Newton's steps.
/// </summary>
public sealed class NegativeBinomialTests
{
    private static readonly CountModel s_model = Model.Count("Days").On("Eth", "Sex", "Age", "Lrn");

    private static readonly AnalysisTable s_table = ReferenceData.Absences
        .Number("cluster", [.. ReferenceData.Lines("quine.csv").Skip(1).Select(line => line.Split(',')).Select(row => (row[2][1] - '0' + 1) * 10 + (row[0] == "A" ? 1 : 2) + (row[3] == "AL" ? 100.0 : 200))])
        .Number("t", [.. Enumerable.Range(1, 146).Select(i => 0.5 + i % 5 / 4.0)]).Number("w", [.. Enumerable.Range(1, 146).Select(i => 0.5 + i % 3 / 2.0)]);

    [Fact]
    public void Absences_are_fitted_as_by_glm_nb()
    {
        var fit = s_model.Fit(s_table, Family.NegativeBinomial);
        Digits.AtLeast(8, [2.89457999024941248, -0.56937169735818849, 0.08232028414578768, -0.44842814987755697, 0.08808015211396501, 0.35690097142941002, 0.29210915703370260], fit.Coefficients.Select(c => c.Estimate));
        Digits.AtLeast(8, [0.2284246147819122, 0.1533333592827452, 0.1599150146482784, 0.2397465925552976, 0.2361930286536088, 0.2483243627994834, 0.1864747101003615], fit.Coefficients.Select(c => c.StandardError));
        Digits.AtLeast(7, [1.2748926450536133, 0.1610356617135305, 167.9518008205849, 195.2866364528487, 137.7760368456836], [fit.Overdispersion!.Theta, fit.Overdispersion.StandardErrorOfTheta, fit.Deviance, fit.NullDeviance, fit.PearsonChiSquared]);
        Digits.AtLeast(12, [-546.575509144992, 1109.151018289984, 1133.019871263651, -559.1334813489171], [fit.LogLikelihood, fit.Aic, fit.Bic, fit.NullLogLikelihood]);
    }

    [Fact]
    public void The_profile_of_the_dispersion_is_that_of_repeated_fits_in_R()
    {
        var interval = s_model.Fit(s_table, Family.NegativeBinomial).ProfileOverdispersion(s_table);
        Digits.AtLeast(7, [0.6144734399798354, 1.0084811531294136], [interval.Low, interval.High]);
    }

    [Fact]
    public void The_profile_of_a_variance_in_proportion_to_the_mean_falls_by_the_quantile_on_both_sides()
    {
        var fit = s_model.Fit(s_table, Family.NegativeBinomialLinear);
        var interval = fit.ProfileOverdispersion(s_table);
        Assert.InRange(fit.Overdispersion!.Value, interval.Low, interval.High);
        var wald = fit.Overdispersion.Interval();
        Assert.InRange(Math.Log(interval.Low / wald.Low), -0.1, 0.1);
        Assert.InRange(Math.Log(interval.High / wald.High), -0.1, 0.1);
        Assert.Throws<InvalidOperationException>(() => s_model.Fit(s_table).ProfileOverdispersion(s_table));
        Assert.Throws<ArgumentOutOfRangeException>(() => fit.ProfileOverdispersion(s_table, 1));
    }

    [Theory]
    [InlineData(StandardErrors.HC0, 0.2212376414646298, 0.2604425708201580, 0.1981968528678402)]
    [InlineData(StandardErrors.HC3, 0.2345643198792258, 0.2771795904586243, 0.2100640262740693)]
    [InlineData(StandardErrors.Clustered, 0.2185781887829405, 0.2828124738921288, 0.2181771174970627)]
    public void Robust_and_clustered_standard_errors_are_those_of_sandwich(StandardErrors kind, double intercept, double age, double learner)
    {
        var fit = (kind == StandardErrors.Clustered ? s_model.ClusteredBy("cluster") : s_model.Robust(kind)).Fit(s_table, Family.NegativeBinomial);
        Digits.AtLeast(7, [intercept, age, learner], [fit["Intercept"].StandardError, fit["Age: F1"].StandardError, fit["Lrn: SL"].StandardError]);
    }

    [Fact]
    public void Exposure_weights_and_an_interaction_go_together_as_in_R()
    {
        var fit = Model.Count("Days").On("Eth", "Lrn", "Age", Interaction("Eth", "Lrn")).Exposure("t").Weights("w").Fit(s_table, Family.NegativeBinomial);
        Digits.AtLeast(8, [2.9292485633566869, -0.4540221296472966, 0.4455247753148972, -0.3471215700710985, 0.1102291084022205, 0.3348984493086077, -0.4487579438009050], fit.Coefficients.Select(c => c.Estimate));
        Digits.AtLeast(8, [0.2276425087659473, 0.2160050787510627, 0.2583031688215311, 0.2522214710461442, 0.2521771664231796, 0.2583071076028127, 0.3277348078153172], fit.Coefficients.Select(c => c.StandardError));
        Digits.AtLeast(7, [1.1297701193601284, 0.1414998599670481, -548.8733183536049864, 170.3568260203821580, 196.6728228778546566], [fit.Overdispersion!.Theta, fit.Overdispersion.StandardErrorOfTheta, fit.LogLikelihood, fit.Deviance, fit.NullDeviance]);
    }

    [Fact]
    public void A_variance_in_proportion_to_the_mean_is_fitted_at_the_maximum_that_R_finds()
    {
        var fit = s_model.Fit(s_table, Family.NegativeBinomialLinear);
        Digits.AtLeast(9, [2.76913028143309958, -0.54572858397419632, 0.14376720423470604, -0.07168665557994543, 0.28371278783046894, 0.32056423039510967, 0.16474990989585100, 2.54231002136496054],
            [.. fit.Coefficients.Select(c => c.Estimate), Math.Log(fit.Overdispersion!.Value)]);
        Digits.AtLeast(8, [0.2128998477134647, 0.1331597203810848, 0.1375781910705512, 0.2112095518905467, 0.2015517367221992, 0.2235631124046061, 0.1588662595962924, 0.1476073391649710],
            [.. fit.Coefficients.Select(c => c.StandardError), fit.Overdispersion.StandardErrorOfLog]);
        Digits.AtLeast(13, [-547.9612234204784], [fit.LogLikelihood]);

        var robust = s_model.Robust(StandardErrors.HC0).Fit(s_table, Family.NegativeBinomialLinear);
        Digits.AtLeast(8, [0.2259422523597578, 0.1401039961211684, 0.1465891344673695, 0.2024720380500702, 0.2154123879847547, 0.2454069313939150, 0.1530739326468332], robust.Coefficients.Select(c => c.StandardError));
        var clustered = s_model.ClusteredBy("cluster").Fit(s_table, Family.NegativeBinomialLinear);
        Digits.AtLeast(8, [0.2232303416615507, 0.1507618143746038, 0.1983287759875164, 0.2408601808638569, 0.2395477812923512, 0.2132060511364256, 0.1731023168825767], clustered.Coefficients.Select(c => c.StandardError));
        Assert.Throws<ArgumentException>(() => s_model.Robust(StandardErrors.HC3).Fit(s_table, Family.NegativeBinomialLinear));
    }
}
