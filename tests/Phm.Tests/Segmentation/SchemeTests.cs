using Phm.Disclosure;
using Phm.Populations;
using Phm.Segmentation;

namespace Phm.Tests.Segmentation;

/// <summary>Which segment a person lands in, and why.</summary>
public sealed class SchemeTests
{
    private static readonly Period s_year = Period.FinancialYear(2024);

    [Theory]
    [InlineData("palliative_care; dementia; cancer; smi", "1950-01-01", 20, "End of life", "is on the palliative care register")]
    [InlineData("dementia; cancer; smi", "1950-01-01", 20, "Dementia or frailty", "lives with dementia")]
    [InlineData("dementia", "1975-01-01", 0, "Dementia or frailty", "lives with dementia")]
    [InlineData("cancer", "1950-01-01", 9, "Dementia or frailty", "is 65 or over with moderate or severe frailty (9 or more deficits)")]
    [InlineData("cancer", "1950-01-01", 8, "Cancer", "is on the cancer register")]
    [InlineData("", "1959-04-01", 9, "Dementia or frailty", "is 65 or over with moderate or severe frailty (9 or more deficits)")]
    [InlineData("", "1959-04-02", 9, "Mostly healthy", "has no long-term condition on record")]
    [InlineData("cancer; smi; learning_disability", "1980-01-01", 0, "Cancer", "is on the cancer register")]
    [InlineData("smi; learning_disability; physical_disability", "1980-01-01", 0, "Serious mental illness", "lives with schizophrenia, bipolar disorder or another psychosis")]
    [InlineData("learning_disability; physical_disability", "1980-01-01", 0, "Learning disability", "is on the learning disability register")]
    [InlineData("physical_disability; diabetes; copd", "1980-01-01", 0, "Physical disability", "has a recorded long-term physical disability")]
    [InlineData("diabetes; copd; asthma", "1980-01-01", 0, "2+ conditions", "lives with two or more long-term conditions")]
    [InlineData("diabetes; obesity; ndh; pregnancy", "1980-01-01", 0, "One condition", "lives with one long-term condition")]
    [InlineData("diabetes 2010-01-01; diabetes 2012-01-01", "1980-01-01", 0, "One condition", "lives with one long-term condition")]
    [InlineData("obesity; ndh; pregnancy", "1980-01-01", 0, "Mostly healthy", "has no long-term condition on record")]
    public void Kent_grid(string conditions, string birth, int deficits, string segment, string because) =>
        AssertLands(Schemes.KentGrid, $"{birth} | {conditions} | {deficits} on 2024-04-01 |", segment, because);

    [Fact]
    public void A_deficit_counts_from_the_day_on_which_it_was_recorded()
    {
        AssertLands(Schemes.KentGrid, "1950-01-01 | | 9 on 2025-03-31 |", "Dementia or frailty", "is 65 or over with moderate or severe frailty (9 or more deficits)");
        AssertLands(Schemes.KentGrid, "1950-01-01 | | 9 on 2025-04-01 |", "Mostly healthy", "has no long-term condition on record");
    }

    [Theory]
    [InlineData("cancer; palliative_care; heart_failure", 0, "", "Incurable cancer", "is on the cancer and the palliative care register")]
    [InlineData("heart_failure; palliative_care", 0, "", "Organ failure", "lives with heart failure or chronic liver disease")]
    [InlineData("liver_disease", 0, "", "Organ failure", "lives with heart failure or chronic liver disease")]
    [InlineData("copd; dementia", 0, "emergency 2024-05-05 £1", "Organ failure", "lives with COPD and was admitted as an emergency in the period")]
    [InlineData("copd; dementia", 0, "emergency 2024-03-31 £1; elective 2024-05-05 £1", "Frailty and dementia", "lives with dementia")]
    [InlineData("multiple_sclerosis", 9, "", "Frailty and dementia", "is 65 or over with moderate or severe frailty (9 or more deficits)")]
    [InlineData("multiple_sclerosis", 8, "", "Disability", "lives with a learning or physical disability, multiple sclerosis or Parkinson's disease")]
    [InlineData("parkinsons", 0, "", "Disability", "lives with a learning or physical disability, multiple sclerosis or Parkinson's disease")]
    [InlineData("learning_disability; pregnancy", 0, "", "Disability", "lives with a learning or physical disability, multiple sclerosis or Parkinson's disease")]
    [InlineData("pregnancy; asthma", 0, "", "Maternal health", "was pregnant or in the six weeks after birth")]
    [InlineData("asthma", 0, "emergency 2024-05-05 £1", "Long-term conditions", "lives with at least one long-term condition")]
    [InlineData("cancer", 0, "", "Long-term conditions", "lives with at least one long-term condition")]
    [InlineData("obesity", 0, "emergency 2024-05-05 £1", "Acutely ill", "was admitted as an emergency, without a long-term condition")]
    [InlineData("palliative_care", 0, "ae 2024-05-05 £1", "Healthy", "has no long-term condition and was not admitted as an emergency")]
    public void Bridges_to_Health(string conditions, int deficits, string activity, string segment, string because) =>
        AssertLands(Schemes.BridgesToHealth, $"1950-01-01 | {conditions} | {deficits} on 2024-04-01 | {activity}", segment, because);

    [Fact]
    public void The_schemes_that_come_with_the_product_have_the_segments_of_their_sources()
    {
        Assert.Equal(["End of life", "Dementia or frailty", "Cancer", "Serious mental illness", "Learning disability", "Physical disability", "2+ conditions", "One condition", "Mostly healthy"], Schemes.KentGrid.Segments);
        Assert.Equal(["Incurable cancer", "Organ failure", "Frailty and dementia", "Disability", "Maternal health", "Long-term conditions", "Acutely ill", "Healthy"], Schemes.BridgesToHealth.Segments);
        Expectation.Matches(Schemes.KentGrid.ToString(), "Segmentation/kent-grid.txt");
        Expectation.Matches(Schemes.BridgesToHealth.ToString(), "Segmentation/bridges-to-health.txt");
    }

    [Fact]
    public void A_scheme_of_ones_own_takes_ten_lines()
    {
        var people = SmallPopulation.Of("""
            id | birth      | imd | conditions
            A  | 1930-01-01 | 1   | copd; asthma
            B  | 1930-01-01 | 9   | copd; asthma
            C  | 1990-01-01 | 1   |
            """);

        var mine = SegmentationScheme.Named("Where to begin")
            .Segment("Ill and deprived", p => p.LongTermConditions >= 2 && p.DeprivationDecile <= 2, because: "has two conditions in the most deprived fifth")
            .Segment("Ill", p => p.LongTermConditions >= 2, because: "has two conditions")
            .Otherwise("Everyone else");
        var grid = mine.Apply(people, s_year).Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly);

        Assert.Equal([1, 1, 1], grid.Segments.Select(segment => grid.People(segment).Value));
        Assert.Equal([1, 1, 1], grid.Reasons().Rows.Select(row => row[2].Number.Value));
        Assert.Equal("meets no rule above", grid.Reasons().Rows[^1][1].Text);
    }

    [Fact]
    public void A_scheme_without_a_last_rule_says_how_to_end_it()
    {
        var open = SegmentationScheme.Named("Open").Segment("A", _ => false, because: "no one is");
        Assert.False(open.IsComplete);
        Assert.Contains(".Otherwise(", Assert.Throws<InvalidOperationException>(() => open.Apply(SmallPopulation.Of("id"), s_year)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => SegmentationScheme.Named("Empty").Apply(SmallPopulation.Of("id"), s_year));
        Assert.Throws<InvalidOperationException>(() => open.Otherwise("B").Segment("C", _ => true, because: "late"));
        Assert.Throws<InvalidOperationException>(() => open.Otherwise("B").Otherwise("C"));
        Assert.Throws<ArgumentException>(() => open.Segment(" ", _ => true, because: "x"));
        Assert.Throws<ArgumentException>(() => open.Segment("A", _ => true, because: ""));
    }

    [Fact]
    public void A_scheme_is_not_changed_by_what_is_added_to_it()
    {
        var stem = SegmentationScheme.Named("Stem").Segment("A", _ => true, because: "always");
        var (left, right) = (stem.Otherwise("Left"), stem.Otherwise("Right"));
        Assert.Equal(["A"], stem.Segments);
        Assert.Equal(["A", "Left"], left.Segments);
        Assert.Equal(["A", "Right"], right.Segments);
    }

    [Fact]
    public void An_error_in_a_rule_reaches_the_author_as_it_is()
    {
        var wrong = SegmentationScheme.Named("Wrong").Segment("A", _ => throw new NotSupportedException("mine"), because: "x").Otherwise("B");
        Assert.Equal("mine", Assert.Throws<NotSupportedException>(() => wrong.Apply(SmallPopulation.Of("id\nA"), s_year)).Message);
    }

    private static void AssertLands(SegmentationScheme scheme, string person, string segment, string because)
    {
        var people = SmallPopulation.Of("birth | conditions | deficits | activity | id\n" + person + " | A");
        var grid = scheme.Apply(people, s_year).Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly);
        Assert.Equal(segment, Assert.Single(grid.Segments, name => grid.People(name).Value == 1));
        var reason = Assert.Single(grid.Reasons().Rows, row => row[2].Number.Value == 1);
        Assert.Equal((segment, because), (reason[0].Text, reason[1].Text));
    }
}
