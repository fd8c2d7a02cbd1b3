using Phm.Activation;
using Phm.Charting;
using Phm.Findings;
using Phm.Synthetic;

namespace Phm.Tests.Activation;

/// <summary>The published study and the cohort that was made to match it, by the analysis that a notebook runs.</summary>
public sealed class StudyScorecardTests(ITestOutputHelper output)
{
    [Fact]
    public void All_nine_adjusted_ratios_lie_within_their_published_intervals_and_the_crude_ones_within_5_percent()
    {
        var card = ActivationStudyCohort.Generate().PatientActivation().AdjustedUse().AgainstBarker2018();
        output.Tell("scorecard", card.ToString());
        Assert.Equal(9, card.Of("adjusted ratio").Rows.Count);
        Assert.Equal(9, card.Of("crude ratio").Rows.Count);
        Assert.All(card.Rows, row => Assert.Equal(ScorecardVerdict.Reproduced, row.Verdict));
        Assert.Contains("9 of 9 adjusted ratios lie within their published intervals", card.Summary, StringComparison.Ordinal);
        var plot = card.Of("adjusted ratio").ForestPlot();
        Assert.Equal(["Published", "Reproduced"], plot.Series);
        Assert.Equal((9, 0.62, 0.51), (plot.Rows.Count, plot.Rows[0].Estimates[0].Value.Value, plot.Rows[0].Estimates[0].Low.Value));
        Assert.Contains("Synthetic data", plot.Note, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => card.Of("crude ratio").ForestPlot());
    }

    [Fact]
    public void A_study_of_other_people_gets_the_verdict_that_it_deserves()
    {
        var card = StudySample.Study.AdjustedUse().AgainstBarker2018();
        Assert.False(card.IsReproduced);
        Assert.Contains("Synthetic data", card.ToString(), StringComparison.Ordinal);
    }
}
