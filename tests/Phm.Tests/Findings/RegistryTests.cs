using System.Text.RegularExpressions;
using Phm.Findings;

namespace Phm.Tests.Findings;

/// <summary>The registry as it ships: every figure has a source, a status and, where it is arithmetic, the arithmetic.</summary>
public sealed partial class RegistryTests
{
    private static readonly IReadOnlyList<PublishedFinding> s_all = PublishedFindings.All.Figures;

    [Fact]
    public void Every_figure_has_an_id_of_its_own_that_begins_with_its_study()
    {
        Assert.True(s_all.Count > 400);
        Assert.Equal(s_all.Count, s_all.Select(figure => figure.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.All(s_all, figure => Assert.StartsWith(figure.Study.Key + ".", figure.Key, StringComparison.Ordinal));
        Assert.All(s_all, figure => Assert.Same(figure, PublishedFindings.Find(figure.Key)));
    }

    [Fact]
    public void No_two_figures_of_a_study_say_what_is_the_same() =>
        Assert.Empty(s_all.GroupBy(figure => (figure.Study.Key, figure.What)).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void Every_study_is_cited_and_a_DOI_is_one()
    {
        Assert.All(PublishedFindings.All.Studies, study => Assert.NotEmpty(study.Citation));
        Assert.All(PublishedFindings.All.Studies.Where(study => study.Doi.Length > 0), study => Assert.Matches(Doi(), study.Doi));
        Assert.Equal("10.1136/bmjqs-2017-007635", PublishedFindings.Barker2018.Studies.Single().Doi);
    }

    [Fact]
    public void Every_interval_lies_around_its_figure()
    {
        Assert.All(s_all.Where(figure => figure.HasInterval), figure => Assert.True(figure.Lower < figure.Value && figure.Value < figure.Upper, figure.Key));
        Assert.All(s_all.Where(figure => figure.Unit == "ratio"), figure => Assert.True(figure.Value > 0, figure.Key));
        Assert.All(s_all.Where(figure => figure is { Unit: "%", Measure: "share" or "prevalence" or "sensitivity" or "specificity" }), figure => Assert.InRange(figure.Value, 0, 100));
    }

    [Fact]
    public void Derived_figures_are_what_their_arithmetic_gives_to_the_last_digit_that_is_shown()
    {
        PublishedFinding[] derived = [.. s_all.Where(figure => figure.Status == FindingStatus.Arithmetic)];
        Assert.True(derived.Length > 30);
        Assert.All(derived, figure => Assert.True(Math.Abs(FindingArithmetic.Of(figure.Derivation) - figure.Value) <= 0.5 * Math.Pow(10, -figure.Decimals) + 1e-9,
            $"{figure.Key} says {figure.Value}, its derivation gives {FindingArithmetic.Of(figure.Derivation)}"));
    }

    [Fact]
    public void Derived_figures_come_from_figures_that_were_seen_in_their_source()
    {
        var sources = s_all.SelectMany(figure => figure.Derivation.Length > 0 ? FindingArithmetic.Ids(figure.Derivation) : []).Distinct().Select(PublishedFindings.Find).ToArray();
        Assert.NotEmpty(sources);
        Assert.All(sources, figure => Assert.Equal(FindingStatus.Seen, figure.Status));
    }

    [Fact]
    public void Shares_of_a_whole_add_up_to_it()
    {
        var barker = PublishedFindings.Barker2018;
        string[] levels = ["l1", "l2", "l3", "l4"];
        Assert.Equal(barker.Find("barker2018.questionnaires.count.all").Value, levels.Sum(level => barker.Find($"barker2018.questionnaires.count.{level}").Value));
        foreach (var level in (string[])[.. levels, "all"])
        {
            var shares = ((string[])["none", "one", "two", "three-or-more"]).Sum(count => barker.Find($"barker2018.physical-{count}.share.{level}").Value);
            Assert.Equal(100, shares, 0.15);
        }
    }

    [Theory]
    [InlineData("gp_contacts", 0.015)]
    [InlineData("ed_attendances", 0.015)]
    [InlineData("emergency_admissions", 0.015)]
    [InlineData("elective_admissions", 0.015)]
    [InlineData("outpatient_attended", 0.015)]
    [InlineData("gp_did_not_attend", 0.015)]
    [InlineData("outpatient_did_not_attend", 0.015)]
    [InlineData("minor_self_referred_ed", 0.015)]
    [InlineData("age", 0.015)]
    [InlineData("physical", 0.015)]
    [InlineData("mental", 0.015)]
    public void Means_of_levels_make_the_mean_of_all(string outcome, double tolerance)
    {
        double Count(string level) => PublishedFindings.Find($"barker2018.questionnaires.count.{level}").Value;
        double Mean(string level) => PublishedFindings.Find($"barker2018.{outcome}.mean.{level}").Value;
        string[] levels = ["l1", "l2", "l3", "l4"];
        Assert.Equal(levels.Sum(level => Count(level) * Mean(level)) / Count("all"), Mean("all"), tolerance);
    }

    [Fact]
    public void The_nine_adjusted_ratios_of_level_4_are_those_of_the_paper() =>
        Assert.Equal(
            [
                "emergency_admissions 0.62 (0.51 to 0.75)", "ed_attendances 0.68 (0.60 to 0.78)", "outpatient_attended 0.81 (0.74 to 0.88)", "gp_contacts 0.82 (0.79 to 0.86)",
                "gp_did_not_attend 0.77 (0.68 to 0.87)", "outpatient_did_not_attend 0.72 (0.61 to 0.86)", "minor_self_referred_ed 0.67 (0.55 to 0.82)",
                "elective_overnight_nights 0.59 (0.37 to 0.94)", "readmissions_30_days 0.68 (0.39 to 1.17)",
            ],
            PublishedFindings.Barker2018.Of("adjusted ratio").Figures.Select(figure => $"{figure.Key.Split('.')[1]} {figure.Figure}"));

    [Fact]
    public void What_was_not_found_is_not_filled_in() =>
        Assert.DoesNotContain(PublishedFindings.Barker2018.Of("adjusted ratio").Figures, figure => !figure.Group.StartsWith("level 4", StringComparison.Ordinal));

    [Fact]
    public void The_cautions_of_the_slide_stand_beside_its_figures()
    {
        string Note(string id) => PublishedFindings.Find("west-kent-slide." + id).Note;
        Assert.Contains("38% belongs to non-elective admissions", Note("emergency_admissions.gap.l4"), StringComparison.Ordinal);
        Assert.Contains("not of 9,348 patients", Note("questionnaires.share.l1"), StringComparison.Ordinal);
        Assert.Contains("the crude ratios of levels 2 and 3 are 0.64 and 0.61", Note("emergency_admissions.adjusted.l2"), StringComparison.Ordinal);
        Assert.Equal(FindingStatus.SecondarySource, PublishedFindings.Find("west-kent-slide.emergency_admissions.adjusted.l3").Status);
    }

    [GeneratedRegex(@"\A10\.\d{4,9}/\S+\z")]
    private static partial Regex Doi();
}
