using System.Globalization;
using System.Text.Json;
using Phm.Findings;

namespace Phm.Tests.Findings;

/// <summary>Figures are found, and show themselves with what is known of them.</summary>
public sealed class FindingListTests
{
    [Theory]
    [InlineData("barker2018.emergency_admissions.adjusted.l4", "0.62 (0.51 to 0.75), 95%, C: seen in the source")]
    [InlineData("barker2018.emergency_admissions.crude.l4", "0.54, D: arithmetic on C figures")]
    [InlineData("barker2018.questionnaires.count.all", "12,270 questionnaires, C: seen in the source")]
    [InlineData("west-kent-slide.emergency_admissions.adjusted.l2", "about 0.72 [S], S: seen only in a secondary source")]
    [InlineData("pam13.older.l4", "67.0 [M] points of 100, M: from memory, unconfirmed")]
    [InlineData("abel2018.frome.slope", "-7.9 (-13.1 to -2.8) per quarter, C: seen in the source")]
    [InlineData("nuffield2012.costs", "nearly 50%, C: seen in the source")]
    [InlineData("deeny2018.emergency.fewer", "-38%, C: seen in the source")]
    public void A_figure_shows_itself(string id, string expected) => Assert.Equal(expected, PublishedFindings.Find(id).ToString());

    [Fact]
    public void A_study_is_found_by_key_or_name_and_shows_its_table()
    {
        Assert.Equal(PublishedFindings.WestKentSlide.Figures, PublishedFindings.OfStudy("west kent SLIDE").Figures);
        Expectation.Matches(PublishedFindings.WestKentSlide.ToString(), "Findings/west-kent-slide.txt");
        Expectation.Matches(PublishedFindings.WestKentSlide.ToTable().ToHtml(), "Findings/west-kent-slide.html");
        Expectation.Matches(PublishedFindings.Pam13.ToJson(), "Findings/pam13.json");
        Expectation.Matches(PublishedFindings.Pam13.Columns.ToCsv(), "Findings/pam13.csv");
    }

    [Fact]
    public void The_statuses_part_the_registry()
    {
        var parts = Enum.GetValues<FindingStatus>().Select(PublishedFindings.WithStatus).ToArray();
        Assert.Equal(PublishedFindings.All.Figures.Count, parts.Sum(part => part.Figures.Count));
        Assert.All(parts, part => Assert.NotEmpty(part.Figures));
    }

    [Fact]
    public void What_is_no_established_fact_is_marked_in_every_rendering()
    {
        PublishedFinding[] marked = [.. PublishedFindings.All.Figures.Where(figure => !figure.Status.AllowsVerdict())];
        Assert.True(marked.Length > 60);
        foreach (var figure in marked)
        {
            var mark = $"[{figure.Status.Letter()}]";
            Assert.Contains(mark, figure.ToString(), StringComparison.Ordinal);
            Assert.Contains(mark, figure.ToTable().ToString(), StringComparison.Ordinal);
            Assert.Contains(mark, figure.ToTable().ToHtml(), StringComparison.Ordinal);
            Assert.Contains(mark, figure.ToTable().ToCsv(), StringComparison.Ordinal);
            Assert.Contains(figure.Status.InWords(), figure.ToTable().ToString(), StringComparison.Ordinal);
        }
        Assert.Contains("no established facts", PublishedFindings.All.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("no established facts", PublishedFindings.Barker2018.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_does_not_exist_names_the_nearest()
    {
        var error = Assert.Throws<ArgumentException>(() => PublishedFindings.Find("barker2018.emergency_admission.adjusted.l4"));
        Assert.Contains("The nearest: barker2018.emergency_admissions.adjusted.l4,", error.Message, StringComparison.Ordinal);
        Assert.Contains("The nearest: barker2018,", Assert.Throws<ArgumentException>(() => PublishedFindings.OfStudy("Barker")).Message, StringComparison.Ordinal);
        Assert.Contains("The nearest: adjusted ratio,", Assert.Throws<ArgumentException>(() => PublishedFindings.Barker2018.Of("ajusted ratios")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_id_is_told_on_one_short_line()
    {
        var message = Assert.Throws<ArgumentException>(() => PublishedFindings.Find("\u001b[31m\n" + new string('x', 100_000))).Message;
        Assert.DoesNotContain('\u001b', message);
        Assert.DoesNotContain('\n', message);
        Assert.True(message.Length < 500);
    }

    [Fact]
    public void Numbers_are_written_alike_in_every_culture()
    {
        var here = CultureInfo.CurrentCulture;
        var (text, json) = (PublishedFindings.Barker2018.ToString(), PublishedFindings.All.ToJson());
        try
        {
            var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (commas.NumberFormat.NumberDecimalSeparator, commas.NumberFormat.NumberGroupSeparator, commas.NumberFormat.NegativeSign) = (",", ".", "~");
            CultureInfo.CurrentCulture = commas;
            Assert.Equal(text, PublishedFindings.Barker2018.ToString());
            Assert.Equal(json, PublishedFindings.All.ToJson());
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }
    }

    [Fact]
    public void As_JSON_numbers_are_numbers_and_what_is_not_known_is_null()
    {
        using var json = JsonDocument.Parse(PublishedFindings.All.ToJson());
        Assert.Equal(PublishedFindings.All.Figures.Count, json.RootElement.GetArrayLength());
        var ratio = json.RootElement.EnumerateArray().Single(figure => figure.GetProperty("id").GetString() == "clegg2016.death.mild");
        Assert.Equal((1.92, 1.81, 2.04), (ratio.GetProperty("figure").GetDouble(), ratio.GetProperty("lower").GetDouble(), ratio.GetProperty("upper").GetDouble()));
        Assert.Equal(JsonValueKind.Null, ratio.GetProperty("confidence").ValueKind);
        Assert.Equal("C", ratio.GetProperty("status").GetString());
    }
}
