using Phm.Disclosure;
using Phm.Measures;
using Phm.Populations;
using Phm.Statistics;

namespace Phm.Tests.Measures;

/// <summary>Measures of a few people, every number worked out by hand.</summary>
public sealed class PopulationMeasuresTests
{
    private static readonly Period s_year = Period.FinancialYear(2024);

    private static readonly DisclosurePolicy s_exact = DisclosurePolicy.UnprotectedForSyntheticDataOnly;

    private static readonly Population s_people = SmallPopulation.Of("""
        id  | birth      | sex | death      | conditions                              | activity
        Ann | 1950-06-01 | F   |            | diabetes; asthma                        | gp 2024-04-01 £40; gp 2025-03-31 £41; ae 2024-12-25
        Bob | 1953-01-01 | M   |            | diabetes 2010-01-01..2024-03-31         | gp 2024-07-01 £39; gp 2024-03-31 £99
        Cy  | 2020-01-01 | M   |            | diabetes 2025-03-31                     |
        Di  | 1952-01-01 |     |            |                                         | ae 2024-07-01 £280
        Eve | 1900-01-01 | O   | 2024-04-01 | asthma                                  |
        Flo | 1950-01-01 | F   | 2024-03-31 | asthma                                  | gp 2024-03-01 £40
        """);

    [Fact]
    public void Age_and_sex()
    {
        var structure = s_people.AgeAndSex(s_year, AgeBands.From(0, 65, 90), s_exact);
        Assert.Equal("""
            Age,Female,Male,Other,Not recorded,All
            0-64,0,1,0,0,1
            65-89,1,1,0,1,3
            90+,0,0,1,0,1
            All ages,1,2,1,1,5

            """, structure.ToCsv());
        Assert.Equal([0, 0.2, 0], structure.Shares(Sex.Female).Select(share => share.Value));
        Assert.Equal(1, structure.People(2, Sex.Other).Value);
    }

    [Fact]
    public void Conditions_with_their_share_and_interval()
    {
        var prevalence = s_people.Conditions(s_year, s_exact);
        Assert.Equal(2, prevalence.People(Condition.Diabetes).Value);
        Assert.Equal(0.4, prevalence.Share(Condition.Diabetes).Value);
        var interval = Proportion.Of(2, 5).Interval();
        Assert.Equal((interval.Low, interval.High), (prevalence.Interval(Condition.Diabetes).Low.Value, prevalence.Interval(Condition.Diabetes).High.Value));
        Assert.Equal(0, prevalence.People(Condition.Copd).Value);
        Assert.Equal(["Asthma", "Diabetes", "Hypertension"], prevalence.ToTable().Rows.Take(3).Select(row => row[0].Text!));
    }

    [Fact]
    public void Use_of_services()
    {
        var use = s_people.Services(s_year, s_exact);
        Assert.Equal(2, use.Users(PointOfDelivery.GeneralPractice).Value);
        Assert.Equal(600, use.RatePer1000(PointOfDelivery.GeneralPractice).Value);
        Assert.Equal(24, use.SpendPerHead(PointOfDelivery.GeneralPractice).Value);
        Assert.Equal(2, use.Users(PointOfDelivery.AccidentAndEmergency).Value);
        Assert.Equal(56, use.SpendPerHead(PointOfDelivery.AccidentAndEmergency).Value);
        Assert.Equal(0, use.RatePer1000(PointOfDelivery.SocialCare).Value);
    }

    [Fact]
    public void A_cohort_is_measured_like_a_population()
    {
        var cohort = s_people.Where(s_year, person => person.Has(Condition.Asthma));
        Assert.Equal(2, cohort.AgeAndSex(s_year, AgeBands.All, s_exact).ToTable().Rows[^1][^1].Number.Value);
        Assert.Equal(0.5, cohort.Conditions(s_year, s_exact).Share(Condition.Diabetes).Value);
        Assert.Equal(1000, cohort.Services(s_year, s_exact).RatePer1000(PointOfDelivery.GeneralPractice).Value);
    }

    [Fact]
    public void Spend_is_that_of_those_who_cost_something_not_of_those_who_came()
    {
        var people = SmallPopulation.Of("id | activity\n" + string.Join('\n', Enumerable.Range(0, 20).Select(i => $"a{i} | gp 2024-05-01{(i < 3 ? " £9000" : "")}")));
        var use = people.Services(s_year);
        Assert.Equal(20, use.Users(PointOfDelivery.GeneralPractice).Value);
        Assert.True(use.SpendPerHead(PointOfDelivery.GeneralPractice).IsSuppressed);
        Assert.Equal(27_000 / 20.0, people.Services(s_year, s_exact).SpendPerHead(PointOfDelivery.GeneralPractice).Value);
    }

    [Fact]
    public void Nobody_has_counts_of_0_and_no_rates()
    {
        var nobody = s_people.Where(s_year, _ => false);
        Assert.Equal(0, nobody.AgeAndSex(s_year).People(0, Sex.Female).Value);
        Assert.All(nobody.AgeAndSex(s_year).Shares(Sex.Male), share => Assert.True(share.IsMissing));
        Assert.Equal(0, nobody.Conditions(s_year).People(Condition.Asthma).Value);
        Assert.True(nobody.Conditions(s_year).Share(Condition.Asthma).IsMissing);
        Assert.True(nobody.Conditions(s_year).Interval(Condition.Asthma).High.IsMissing);
        Assert.True(nobody.Services(s_year).RatePer1000(PointOfDelivery.GeneralPractice).IsMissing);
    }

    [Fact]
    public void Under_the_default_policy_rates_and_intervals_are_made_of_the_numbers_that_are_shown()
    {
        var people = SmallPopulation.Of("id | sex | conditions | activity\n"
            + string.Join('\n', Enumerable.Range(0, 43).Select(i => $"d{i} | F | diabetes | gp 2024-05-01 £100; gp 2024-06-01 £100"))
            + "\n" + string.Join('\n', Enumerable.Range(0, 4).Select(i => $"a{i} | M | asthma | ae 2024-05-01 £280"))
            + "\n" + string.Join('\n', Enumerable.Range(0, 60).Select(i => $"w{i} | F | |")));
        var (prevalence, use) = (people.Conditions(s_year), people.Services(s_year));
        Assert.Equal(45 / 105.0, prevalence.Share(Condition.Diabetes).Value);
        Assert.Equal(Proportion.Of(45, 105).Interval().High, prevalence.Interval(Condition.Diabetes).High.Value);
        Assert.True(prevalence.Share(Condition.Asthma).IsSuppressed && prevalence.Interval(Condition.Asthma).Low.IsSuppressed);
        Assert.Equal("Asthma", prevalence.ToTable().Rows[^1][0].Text);
        Assert.Equal(85 * 1000 / 105.0, use.RatePer1000(PointOfDelivery.GeneralPractice).Value);
        Assert.Equal(9_000 / 105.0, use.SpendPerHead(PointOfDelivery.GeneralPractice).Value);
        Assert.True(use.RatePer1000(PointOfDelivery.AccidentAndEmergency).IsSuppressed && use.SpendPerHead(PointOfDelivery.AccidentAndEmergency).IsSuppressed);
        Assert.True(people.AgeAndSex(s_year, AgeBands.All).People(0, Sex.Male).IsSuppressed);
    }
}
