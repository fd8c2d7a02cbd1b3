using Phm.Activation;
using Phm.Disclosure;
using Phm.Ingest;
using Phm.Populations;
using Phm.Statistics;
using static Phm.Activation.ActivationOutcome;

namespace Phm.Tests.Activation;

/// <summary>
/// The sample of synthetic people against what was worked out from its files outside the product: means by a plain script over the rows, the
/// regression by glm.nb of R (MASS 7.3-58.2) with the same terms.
/// </summary>
public sealed class SampleTests
{
    private static readonly ActivationStudy s_study = LinkedData.Load(Path.Combine(Repository.Root, "data-samples", "kent-10k")).Population
        .PatientActivation(Period.Between("2022-04-01", "2025-03-31"));

    [Theory]
    [InlineData(GpContacts, 8.13, 8.19, 7.41, 7.72)]
    [InlineData(EdAttendances, 0.80, 0.67, 0.47, 0.63)]
    [InlineData(EmergencyAdmissions, 0.18, 0.23, 0.14, 0.19)]
    [InlineData(ElectiveAdmissions, 0.24, 0.17, 0.22, 0.27)]
    [InlineData(OutpatientAttended, 2.94, 2.12, 2.36, 2.89)]
    [InlineData(OutpatientDidNotAttend, 0.19, 0.16, 0.20, 0.17)]
    public void Crude_means_are_those_of_a_script_over_the_files(ActivationOutcome outcome, double level1, double level2, double level3, double level4)
    {
        Assert.Equal(834, s_study.Studied.Length);
        Assert.Equal([level1, level2, level3, level4], Enumerable.Range(1, 4).Select(level => Math.Round(s_study.CrudeUse.Mean(outcome, level).Value, 2)));
    }

    [Fact]
    public void A_rare_outcome_with_a_long_tail_is_fitted_as_by_another_program()
    {
        var use = s_study.AdjustedUse([EmergencyAdmissions]);
        var fit = use[EmergencyAdmissions].Adjusted!;
        Assert.Equal((Family.NegativeBinomial, 832), (fit.Family, fit.Rows.Used));
        Assert.Equal(6.5603, fit.Overdispersion!.Value, 3);
        Assert.Equal(-301.935907, fit.LogLikelihood, 5);
        use = s_study.Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly).AdjustedUse([EmergencyAdmissions]);
        Assert.Equal(0.495708, use.Ratio(EmergencyAdmissions, 2).Value, 4);
        Assert.Equal(0.509775, use.Ratio(EmergencyAdmissions, 3).Value, 4);
        Assert.Equal(0.530268, use.Ratio(EmergencyAdmissions, 4).Value, 4);
    }

    [Fact]
    public void What_cannot_be_fitted_as_a_negative_binomial_says_what_was_fitted_instead()
    {
        var use = s_study.AdjustedUse([ElectiveOvernightNights]);
        Assert.Equal(Family.Poisson, use[ElectiveOvernightNights].Adjusted!.Family);
        Assert.Contains("Elective overnight length of stay: Poisson regressions, because the search for a negative binomial did not settle.", use.ToString(), StringComparison.Ordinal);
    }
}
