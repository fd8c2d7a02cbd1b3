using Phm.Charting;
using Phm.Measures;
using Phm.Populations;
using Phm.Presentation;
using Phm.Segmentation;
using Phm.Synthetic;

namespace Phm.Tests.Populations;

/// <summary>A year of which the data hold nothing gives no table, and one that they cover in part says so.</summary>
public sealed class CoverageTests
{
    /// <summary>Activity from April 2022 to March 2024.</summary>
    private static readonly Population s_people = SyntheticPopulation.Generate(new() { People = 400, Years = 2, StartYear = 2022 });

    public static TheoryData<string> Analyses => [.. Asked.Keys];

    private static Dictionary<string, Func<Population, Period, ResultTable>> Asked { get; } = new(StringComparer.Ordinal)
    {
        ["The structure by age and sex"] = (people, period) => people.AgeAndSex(period).ToTable(),
        ["The prevalence of conditions"] = (people, period) => people.Conditions(period).ToTable(),
        ["The use of services"] = (people, period) => people.Services(period).ToTable(),
        ["The concentration of spend"] = (people, period) => people.Concentration(period).ToTable(),
        ["'Kent grid'"] = (people, period) => SegmentationScheme.KentGrid.Apply(people, period).ToTable(),
    };

    [Theory]
    [MemberData(nameof(Analyses))]
    public void A_year_after_the_data_gives_no_table(string what)
    {
        var error = Assert.Throws<DataException>(() => Asked[what](s_people, Period.FinancialYear(2050)));
        Assert.Equal($"{what} was asked for 2050/51, of which the data hold nothing: activity runs from 2022-04 to 2024-03. Ask for a period in those months, or load data that cover it.", error.Message);
    }

    [Theory]
    [MemberData(nameof(Analyses))]
    public void A_year_before_the_data_gives_no_table(string what) => Assert.Throws<DataException>(() => Asked[what](s_people, Period.FinancialYear(2021)));

    [Theory]
    [MemberData(nameof(Analyses))]
    public void A_year_that_is_covered_in_part_says_so(string what)
    {
        Assert.Contains("Only part of 2022 is covered: activity runs from 2022-04 to 2024-03.", Asked[what](s_people, Period.CalendarYear(2022)).Notes);
        Assert.Contains("Only part of 2024 is covered: activity runs from 2022-04 to 2024-03.", Asked[what](s_people, Period.CalendarYear(2024)).Notes);
    }

    [Theory]
    [MemberData(nameof(Analyses))]
    public void A_year_that_is_covered_says_nothing_of_it(string what)
    {
        foreach (var period in (Period[])[Period.FinancialYear(2022), Period.FinancialYear(2023), Period.CalendarYear(2023), Period.Between("2022-04-01", "2024-03-31")])
        {
            Assert.DoesNotContain(Asked[what](s_people, period).Notes, note => note.Contains("covered", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Analyses))]
    public void A_cohort_has_the_coverage_of_the_data_that_it_was_drawn_from(string what)
    {
        var year = Period.FinancialYear(2023);
        var cohort = s_people.Where(Period.FinancialYear(2022), person => person.Age is >= 40 and < 60);
        Assert.DoesNotContain(Asked[what](cohort, year).Notes, note => note.Contains("covered", StringComparison.Ordinal));
        Assert.Throws<DataException>(() => Asked[what](cohort, Period.FinancialYear(2024)));
    }

    [Fact]
    public void Movement_to_a_year_after_the_data_is_refused()
    {
        var grid = SegmentationScheme.KentGrid.Apply(s_people, Period.FinancialYear(2023));
        Assert.Contains("Movement of 'Kent grid' was asked for 2024/25", Assert.Throws<DataException>(() => grid.Movement(Period.FinancialYear(2024))).Message, StringComparison.Ordinal);
        Assert.Contains("Only part of 2024 is covered: activity runs from 2022-04 to 2024-03.", SegmentationScheme.KentGrid.Apply(s_people, Period.FinancialYear(2022)).Movement(Period.CalendarYear(2024)).ToTable().Notes);
    }

    [Fact]
    public void A_chart_says_so_as_its_table_does()
    {
        var year = Period.CalendarYear(2024);
        const string note = "Only part of 2024 is covered";
        Assert.StartsWith(note, s_people.AgeAndSex(year).Pyramid().Note, StringComparison.Ordinal);
        Assert.StartsWith(note, s_people.Services(year).Bars().Note, StringComparison.Ordinal);
        Assert.StartsWith(note, SegmentationScheme.KentGrid.Apply(s_people, year).Heatmap(of: GridMeasure.People).Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    public void The_dates_of_few_people_are_not_told_and_check_nothing(int withActivity)
    {
        var rows = string.Join('\n', Enumerable.Range(1, 30).Select(id => FormattableString.Invariant($"p{id:00} | 1960-01-01 | {(id <= withActivity ? $"gp 2023-05-{id:00} £40" : "")}")));
        var few = SmallPopulation.Of("id | birth | activity\n" + rows);
        if (withActivity < 10) Assert.NotEmpty(few.AgeAndSex(Period.FinancialYear(2050)).ToTable().Rows);
        else Assert.Contains("activity runs from 2023-05 to 2023-05", Assert.Throws<DataException>(() => few.AgeAndSex(Period.FinancialYear(2050))).Message, StringComparison.Ordinal);
    }
}
