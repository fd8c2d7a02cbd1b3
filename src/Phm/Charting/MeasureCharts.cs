using Phm.Measures;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.Charting;

/// <summary>Charts of who the people are, with title, units and disclosure note filled in.</summary>
public static class MeasureCharts
{
    /// <summary>Age bands of women and men beside one another, as shares of everyone; another population may be drawn as an outline.</summary>
    public static PyramidChart Pyramid(this AgeSexStructure structure, AgeSexStructure? comparedWith = null) => Chart.Pyramid(
        "People by age and sex", structure.AgeBands,
        new ChartSeries("Women", structure.Shares(Sex.Female)), new ChartSeries("Men", structure.Shares(Sex.Male)),
        comparedWith is null ? null : new PyramidOutline(comparedWith.Name, comparedWith.Shares(Sex.Female), comparedWith.Shares(Sex.Male)),
        value: "Share of people", format: ColumnFormat.Percent) with
    {
        Subtitle = $"{structure.Name}, {structure.Period}",
        Note = $"{structure.Coverage} {structure.Policy.Note}".TrimStart(),
    };

    /// <summary>The commonest conditions with their intervals.</summary>
    public static BarChart Bars(this ConditionPrevalence prevalence, int commonest = 15) => Chart.Bar(
        "Share of people who live with each condition",
        prevalence.Ordered.Take(commonest).Select(condition => new Bar(condition.Name(), prevalence.Share(condition), prevalence.Interval(condition).Low, prevalence.Interval(condition).High)),
        value: "Share of people, with 95% interval", format: ColumnFormat.Percent) with
    {
        Subtitle = $"{prevalence.Name}, {prevalence.Period}, the {commonest} commonest",
        Note = $"{prevalence.Coverage} {prevalence.Policy.Note}".TrimStart(),
    };

    /// <summary>Spend per head at each service.</summary>
    public static BarChart Bars(this ServiceUse use) => Chart.Bar(
        "Spend per head by service", Vocabulary<PointOfDelivery>.All.Select(point => point.Name()), Vocabulary<PointOfDelivery>.All.Select(use.SpendPerHead),
        value: "Pounds a head", format: ColumnFormat.Pounds) with
    {
        Subtitle = $"{use.Name}, {use.Period}",
        Note = $"{use.Coverage} {use.Policy.Note}".TrimStart(),
    };
}
