using Phm.Ingest;
using Phm.Ingest.Omop;
using Phm.Measures;
using Phm.Populations;
using Phm.Segmentation;
using Phm.Synthetic;
using Phm.Tests.Ingest;

namespace Phm.Tests.Populations;

/// <summary>What needs a table that did not come says so; it never answers 0.</summary>
public sealed class AbsentTableTests
{
    private static readonly Period s_year = Period.FinancialYear(2024);

    private static readonly Population s_bare = Bare();

    [Fact]
    public void Every_analysis_names_the_table_that_it_needs()
    {
        Assert.Equal("The prevalence of conditions needs the table 'diagnoses', which did not come with the data. Import the data with 'diagnoses', or leave out what needs it.",
            Assert.Throws<DataException>(() => s_bare.Conditions(s_year)).Message);
        AssertNeeds("activity", () => s_bare.Services(s_year));
        AssertNeeds("activity", () => s_bare.Concentration(s_year));
        AssertNeeds("activity", () => Calibration.Of(s_bare, s_year));
        AssertNeeds("diagnoses", () => Schemes.KentGrid.Apply(s_bare, s_year));
        Assert.NotNull(s_bare.AgeAndSex(s_year));
    }

    [Fact]
    public void Every_member_of_a_person_names_the_table_that_it_needs()
    {
        AssertNeeds("diagnoses", () => s_bare.Where(s_year, person => person.Has(Condition.Asthma)));
        AssertNeeds("diagnoses", () => s_bare.Where(s_year, person => person.HasAny(Condition.Asthma)));
        AssertNeeds("diagnoses", () => s_bare.Where(s_year, person => person.LongTermConditions > 0));
        AssertNeeds("diagnoses", () => s_bare.Where(s_year, person => person.PhysicalConditions > 0));
        AssertNeeds("deficits", () => s_bare.Where(s_year, person => person.Deficits > 0));
        AssertNeeds("activity", () => s_bare.Where(s_year, person => person.Uses(PointOfDelivery.GeneralPractice) > 0));
        AssertNeeds("activity", () => s_bare.Where(s_year, person => person.Contacts() > 0));
        AssertNeeds("activity", () => s_bare.Where(s_year, person => person.Spend() > 0));
        Assert.Equal(1, s_bare.Where(s_year, person => person.Age >= 65).Count);
    }

    [Fact]
    public void A_table_that_came_empty_is_there() =>
        Assert.Equal(0, SmallPopulation.Of("id\nA").Where(s_year, person => person.Deficits > 0 || person.Conditions.Count > 0 || person.Contacts() > 0).Count);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_scheme_that_ships_leaves_out_frailty_on_data_without_deficits_and_says_so(bool bridges)
    {
        using var folder = OmopSample.Folder(
            ("visit_occurrence.csv", OmopSample.VisitHeader + "6,1,9202,2024-05-01,2024-05-01,10,,\n"),
            ("condition_occurrence.csv", OmopSample.ConditionHeader + "1,1,201826,2010-01-01,,,0\n"));
        LinkedData.Save(OmopData.Load(folder.Path).Population, folder.In("native"));
        foreach (var population in (Population[])[OmopData.Load(folder.Path).Population, LinkedData.Load(folder.In("native")).Population])
        {
            var scheme = bridges ? Schemes.BridgesToHealth : Schemes.KentGrid;
            var grid = scheme.Apply(population, s_year);
            Assert.Equal(scheme.Segments, grid.Scheme.Segments);
            Assert.Contains(grid.ToTable().Notes, note => note.Contains("Frailty is not assessed: the data came without deficits", StringComparison.Ordinal));
            Assert.DoesNotContain(grid.Reasons().Rows, row => row[1].Text!.Contains("frailty", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void With_deficits_and_activity_the_scheme_is_applied_as_it_is() =>
        Assert.Same(Schemes.KentGrid, Schemes.KentGrid.Apply(SmallPopulation.Of("id\nA"), s_year).Scheme);

    [Fact]
    public void A_scheme_of_ones_own_that_asks_for_deficits_fails_where_there_are_none_and_spend_without_activity_is_said_to_be_unknown()
    {
        var asking = SegmentationScheme.Named("Mine").Segment("Frail", person => person.Deficits >= 9, because: "is frail").Otherwise("Others");
        AssertNeeds("deficits", () => asking.Apply(s_bare, s_year));
        var byAge = SegmentationScheme.Named("Mine").Segment("Old", person => person.Age >= 65, because: "is old").Otherwise("Others");
        Assert.Contains("Spend is not known: the data came without activity, and £0 stands for that.", byAge.Apply(s_bare, s_year).ToTable().Notes);
    }

    private static void AssertNeeds(string table, Action analysis) =>
        Assert.Contains($"needs the table '{table}', which did not come with the data", Assert.Throws<DataException>(analysis).Message, StringComparison.Ordinal);

    private static Population Bare()
    {
        var patients = new PatientRows();
        patients.Add(new PatientRow { Id = "a", Birth = SmallPopulation.Date("1950-01-01") });
        return new PopulationRows().Build(Geography.None, patients.Build());
    }
}
