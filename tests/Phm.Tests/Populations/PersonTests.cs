using Phm.Disclosure;
using Phm.Measures;
using Phm.Populations;

namespace Phm.Tests.Populations;

public sealed class PersonTests
{
    private static readonly Period s_year = Period.FinancialYear(2024);

    [Theory]
    [InlineData("5 on 2020-01-01; 5 on 2021-01-01", 5)]
    [InlineData("5 on 2020-01-01; 7 on 2021-01-01", 7)]
    [InlineData("36 on 2020-01-01; 36 on 2020-01-01", 36)]
    [InlineData("5 on 2020-01-01; 7 on 2025-04-01", 5)]
    [InlineData("", 0)]
    public void A_deficit_that_is_recorded_twice_counts_once(string deficits, int expected) =>
        Assert.Equal(1, SmallPopulation.Of($"id | deficits\nA | {deficits}").Where(s_year, person => person.Deficits == expected).Count);

    [Theory]
    [InlineData("gp 2024-05-01; gp 2024-06-01 missed; gp 2024-06-01", PointOfDelivery.GeneralPractice, 2)]
    [InlineData("gp 2024-06-01 missed", PointOfDelivery.GeneralPractice, 0)]
    [InlineData("outpatient 2024-05-01; outpatient 2024-06-01 missed", PointOfDelivery.Outpatient, 2)]
    public void An_appointment_missed_at_the_GP_is_no_use_and_one_missed_in_hospital_is_a_row_of_its_activity(string activity, PointOfDelivery point, int expected)
    {
        var people = SmallPopulation.Of($"id | activity\nA | {activity}");
        Assert.Equal(1, people.Where(s_year, person => person.Uses(point) == expected).Count);
        var use = ServiceUse.Of(people, s_year, DisclosurePolicy.UnprotectedForSyntheticDataOnly);
        Assert.Equal(1000.0 * expected, use.RatePer1000(point).Value);
        Assert.Equal(Math.Min(1, expected), use.Users(point).Value);
    }

    [Fact]
    public void A_person_prints_as_words_that_tell_nothing()
    {
        var said = new List<string>();
        SmallPopulation.Of("id\nA").Where(s_year, person =>
        {
            said.Add(person.ToString());
            return true;
        });
        Assert.Equal(["a person: shown only through results"], said);
    }

    [Theory]
    [InlineData("1950-01-01", "1900-01-01", "40-64")]
    [InlineData("1950-01-01", "1900-01-02", "40-64")]
    [InlineData("1965-01-01", "1900-01-01", "65-74")]
    [InlineData("1965-01-01", "1900-01-02", "40-64")]
    [InlineData("1985-01-01", "1900-01-01", "85+")]
    [InlineData("1900-01-01", "1900-01-01", "0-12")]
    [InlineData("2024-02-29", "1959-02-28", "65-74")]
    [InlineData("2024-02-29", "1959-03-01", "40-64")]
    public void The_band_of_a_birth_is_that_of_the_age(string on, string birth, string band)
    {
        var (day, born) = (SmallPopulation.Date(on), SmallPopulation.Date(birth));
        Assert.Equal(band, AgeBands.Kent.Names[AgeBands.Kent.LatestBirths(day).Count(latest => born <= latest) - 1]);
        Assert.Equal(band, AgeBands.Kent.Names[AgeBands.Kent.Of(day.AgeOf(born))]);
    }
}
