using Phm.Disclosure;
using Phm.Findings;

namespace Phm.Tests.Findings;

/// <summary>Published beside reproduced: a verdict where there can be one, and the reason where there cannot.</summary>
public sealed class ScorecardTests
{
    private const string Hostile = "a <script>alert('1')</script>\ncohort";

    [Fact]
    public void The_study_beside_an_analysis_as_text_and_HTML()
    {
        var scorecard = Study();
        Expectation.Matches(scorecard.ToString(), "Findings/scorecard.txt");
        Expectation.Matches(scorecard.ToTable().ToHtml(), "Findings/scorecard.html");
        Assert.DoesNotContain("<script", scorecard.ToTable().ToHtml(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void All_ratios_within_their_intervals_are_said_in_one_sentence()
    {
        var scorecard = PublishedFindings.Barker2018.Of("adjusted ratio").Compare("a cohort", isSynthetic: false, PublishedFindings.Barker2018.Of("adjusted ratio").Figures.Select(figure => new ReproducedFigure(figure.Key, figure.Value)));
        Assert.Equal("9 of 9 adjusted ratios lie within their published intervals.", scorecard.Summary);
        Assert.True(scorecard.IsReproduced);
        Assert.DoesNotContain("ynthetic", scorecard.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_was_left_out_is_seen()
    {
        var scorecard = PublishedFindings.Barker2018.Compare("a cohort", isSynthetic: true, new ReproducedFigure("barker2018.gp_contacts.adjusted.l4", 0.8, 0.75, 0.9));
        Assert.Equal(9, scorecard.Rows.Count);
        Assert.Equal("1 of 1 adjusted ratio lies within its published interval. 8 figures were not compared: 8 because nothing was given.", scorecard.Summary);
        Assert.False(scorecard.IsReproduced);
        Assert.Contains("Synthetic data: a reproduced figure shows that the method recovers what was put in", scorecard.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("west-kent-slide.emergency_admissions.adjusted.l2", "not compared: status S allows no verdict", "about 0.72 [S]")]
    [InlineData("pam13.older.l4", "not compared: status M allows no verdict", "67.0 [M]")]
    public void What_is_no_established_fact_has_no_verdict_and_keeps_its_mark(string id, string verdict, string published)
    {
        var scorecard = PublishedFindings.All.Compare("a cohort", isSynthetic: false, new ReproducedFigure(id, PublishedFindings.Find(id).Value));
        var row = scorecard.Rows.Single(row => row.Published.Key == id);
        Assert.Equal((verdict, published), (row.VerdictInWords, row.Published.Figure));
        Assert.Contains("are no established facts", scorecard.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.51, ScorecardVerdict.Reproduced)]
    [InlineData(0.75, ScorecardVerdict.Reproduced)]
    [InlineData(0.5099, ScorecardVerdict.NotReproduced)]
    [InlineData(0.7501, ScorecardVerdict.NotReproduced)]
    public void Within_the_published_interval_means_its_bounds_too(double value, ScorecardVerdict expected) => Assert.Equal(expected, Verdict("barker2018.emergency_admissions.adjusted.l4", value, null));

    [Theory]
    [InlineData(0.567, ScorecardVerdict.Reproduced)]
    [InlineData(0.513, ScorecardVerdict.Reproduced)]
    [InlineData(0.568, ScorecardVerdict.NotReproduced)]
    [InlineData(0.512, ScorecardVerdict.NotReproduced)]
    public void A_figure_without_an_interval_is_held_to_5_per_cent(double value, ScorecardVerdict expected) => Assert.Equal(expected, Verdict("barker2018.emergency_admissions.crude.l4", value, null));

    [Theory]
    [InlineData("barker2018.gp_contacts.crude.l4", 0.99, ScorecardVerdict.Reproduced)]
    [InlineData("barker2018.gp_contacts.crude.l4", 1.0, ScorecardVerdict.NotReproduced)]
    [InlineData("barker2018.gp_contacts.crude.l4", 1.2, ScorecardVerdict.NotReproduced)]
    [InlineData("deeny2018.gp.fewer", -0.1, ScorecardVerdict.Reproduced)]
    [InlineData("deeny2018.gp.fewer", 4.0, ScorecardVerdict.NotReproduced)]
    [InlineData("pam13.cut.l1.lowest", 4.0, ScorecardVerdict.NotCompared)]
    public void The_same_direction_is_that_from_no_difference(string id, double value, ScorecardVerdict expected) => Assert.Equal(expected, Verdict(id, value, Tolerance.SameDirection));

    [Theory]
    [InlineData(8.85, ScorecardVerdict.Reproduced)]
    [InlineData(8.86, ScorecardVerdict.NotReproduced)]
    public void An_absolute_tolerance_is_in_the_unit_of_the_figure(double value, ScorecardVerdict expected) => Assert.Equal(expected, Verdict("barker2018.gp_contacts.mean.all", value, Tolerance.Absolute(0.1)));

    [Fact]
    public void An_interval_that_was_not_published_cannot_be_asked_for() =>
        Assert.Equal(ScorecardVerdict.NotCompared, Verdict("barker2018.gp_contacts.crude.l4", 0.71, Tolerance.WithinPublishedInterval));

    [Fact]
    public void A_figure_that_its_source_does_not_say_exactly_needs_a_tolerance_of_its_own()
    {
        Assert.Equal(ScorecardVerdict.NotCompared, Verdict("nuffield2012.costs", 47, null));
        Assert.Equal(ScorecardVerdict.Reproduced, Verdict("nuffield2012.costs", 47, Tolerance.Absolute(5)));
    }

    [Fact]
    public void A_suppressed_or_missing_figure_has_no_verdict()
    {
        const string id = "barker2018.gp_contacts.mean.l1";
        ScorecardRow Row(ReproducedFigure figure) => PublishedFindings.All.Compare("a cohort", isSynthetic: false, figure).Rows.Single(row => row.Published.Key == id);
        Assert.Equal("not compared: the reproduced figure is suppressed", Row(new(id, DisclosedValue.Suppressed)).VerdictInWords);
        Assert.Equal("not compared: the reproduced figure is not available", Row(new(id, double.NaN)).VerdictInWords);
        Assert.Equal("[c]", Row(new(id, DisclosedValue.Suppressed)).ReproducedInWords);
    }

    [Fact]
    public void A_scorecard_of_one_measure_gives_both_series_of_a_chart()
    {
        var rows = Study().Of("adjusted ratio").Rows;
        Assert.Equal(9, rows.Count);
        Assert.All(rows, row => Assert.True(row.Published.HasInterval));
        Assert.Equal([(0.62, 0.51, 0.75, 0.6312, 0.52, 0.77)], rows.Take(1).Select(row => (row.Published.Value, row.Published.Lower!.Value, row.Published.Upper!.Value, row.Reproduced!.Value.Value, row.Reproduced.Lower!.Value, row.Reproduced.Upper!.Value)));
        Assert.Throws<ArgumentException>(() => Study().Of("mean"));
    }

    [Fact]
    public void Misuse_is_told_in_a_sentence()
    {
        var barker = PublishedFindings.Barker2018;
        var once = new ReproducedFigure("barker2018.gp_contacts.crude.l4", 0.7);
        Assert.Contains("is given twice", Assert.Throws<ArgumentException>(() => barker.Compare("x", false, once, once)).Message, StringComparison.Ordinal);
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => barker.Compare("x", false)).Message, StringComparison.Ordinal);
        Assert.Contains("The nearest: barker2018.gp_contacts.crude.l4", Assert.Throws<ArgumentException>(() => barker.Compare("x", false, new ReproducedFigure("barker2018.gp_contact.crude.l4", 0.7))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ReproducedFigure("a", 1, 0.5));
        Assert.Throws<ArgumentException>(() => new ReproducedFigure("a", 1, 2, 0.5));
        Assert.Throws<ArgumentException>(() => new ReproducedFigure("a", 1, double.NaN, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tolerance.Relative(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tolerance.Absolute(double.NaN));
    }

    /// <summary>Ratios of which one misses, one is suppressed and one was not given.</summary>
    private static Scorecard Study()
    {
        static string Id(string outcome, string measure) => $"barker2018.{outcome}.{measure}.l4";
        return PublishedFindings.Barker2018.Compare(Hostile, isSynthetic: true,
            new ReproducedFigure(Id("emergency_admissions", "adjusted"), 0.6312, 0.52, 0.77),
            new ReproducedFigure(Id("ed_attendances", "adjusted"), 0.7801, 0.70, 0.86),
            new ReproducedFigure(Id("outpatient_attended", "adjusted"), 0.80),
            new ReproducedFigure(Id("gp_contacts", "adjusted"), 0.83, 0.80, 0.87),
            new ReproducedFigure(Id("gp_did_not_attend", "adjusted"), 0.75),
            new ReproducedFigure(Id("outpatient_did_not_attend", "adjusted"), 0.72) { Tolerance = Tolerance.Relative(0.1) },
            new ReproducedFigure(Id("minor_self_referred_ed", "adjusted"), DisclosedValue.Suppressed),
            new ReproducedFigure(Id("readmissions_30_days", "adjusted"), 1.02, 0.6, 1.4) { Tolerance = Tolerance.SameDirection },
            new ReproducedFigure(Id("emergency_admissions", "crude"), 0.55),
            new ReproducedFigure(Id("gp_contacts", "crude"), 0.80));
    }

    private static ScorecardVerdict Verdict(string id, double value, Tolerance? tolerance) =>
        PublishedFindings.All.Compare("a cohort", isSynthetic: false, new ReproducedFigure(id, value) { Tolerance = tolerance }).Rows.Single(row => row.Published.Key == id).Verdict;
}
