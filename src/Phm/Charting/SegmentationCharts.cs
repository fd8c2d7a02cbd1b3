using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;
using Phm.Segmentation;

namespace Phm.Charting;

/// <summary>Charts of segments, their spend and their movement, with title, units, source and disclosure note filled in.</summary>
public static class SegmentationCharts
{
    /// <summary>One measure by age band and segment, the darker the more.</summary>
    public static HeatmapChart Heatmap(this SegmentGrid grid, GridMeasure of) => Chart.Heatmap(
        $"{SegmentGrid.Name(of)} by age and segment",
        grid.AgeBands, grid.Segments,
        grid.AgeBands.Select(age => grid.Segments.Select(segment => grid.Value(of, segment, age))),
        rowTitle: "Age", columnTitle: "Segment", value: Unit(of), format: SegmentGrid.Format(of)) with
    {
        Subtitle = Where(grid),
        Note = $"{grid.Coverage} {grid.Policy.Note}".TrimStart(),
    };

    /// <summary>One measure of every segment at all ages, as bars.</summary>
    public static BarChart Bars(this SegmentGrid grid, GridMeasure of) => Chart.Bar(
        $"{SegmentGrid.Name(of)} by segment",
        grid.Segments, grid.Segments.Select(segment => grid.Value(of, segment)),
        value: Unit(of), format: SegmentGrid.Format(of)) with
    {
        Subtitle = Where(grid),
        Note = $"{grid.Coverage} {grid.Policy.Note}".TrimStart(),
    };

    /// <summary>
    /// Spend per head of every segment, stacked by service; services that are small in every segment are put together, so that no bar has
    /// more than seven parts.
    /// </summary>
    public static StackedBarChart SpendByService(this SegmentGrid grid) => Chart.StackedBar(
        "Spend per head by segment and service",
        grid.Segments,
        ServiceGroups.Select(group => new ChartSeries(group.Name, grid.Segments.Select(segment => group.Points
            .Select(point => grid.SpendPerHead(segment, service: point))
            .Aggregate((a, b) => DisclosedValue.Combine(a, b, (x, y) => x + y))))),
        value: "Pounds a head", format: ColumnFormat.Pounds) with
    {
        Subtitle = Where(grid),
        Note = $"{grid.Coverage} {grid.Policy.Note}".TrimStart(),
    };

    /// <summary>Where people of each segment were a period later, as shares of the segment.</summary>
    public static HeatmapChart Heatmap(this SegmentMovement movement)
    {
        var from = movement.Scheme.Segments.Count;
        return Chart.Heatmap(
            $"Where people of each segment of {movement.From} were in {movement.To}",
            movement.Scheme.Segments, movement.States,
            Enumerable.Range(0, from).Select(row => Enumerable.Range(0, movement.States.Count).Select(column => movement.Share(row, column))),
            rowTitle: $"In {movement.From}", columnTitle: $"In {movement.To}", value: "Share of the segment", format: ColumnFormat.Percent) with
        {
            Subtitle = $"{movement.Scheme.Name}, {movement.Name}",
            Note = $"{movement.Coverage} {movement.Policy.Note}".TrimStart(),
        };
    }

    /// <summary>The share of spend that falls on the costliest people, from the costliest hundredth to everyone.</summary>
    public static LineChart Curve(this SpendConcentration concentration)
    {
        var percents = concentration.Percents.ToArray();
        return Chart.Line(
            "Share of spend by share of people, from the costliest",
            percents.Select(percent => (double)percent),
            [
                new ChartSeries("Spend", percents.Select(percent => concentration.ShareOfSpend(percent / 100.0))),
                new ChartSeries("If all cost the same", percents.Select(percent => DisclosedValue.Of(percent / 100.0))),
            ],
            xTitle: "Costliest share of people (%)", value: "Share of spend", format: ColumnFormat.Percent, highlight: "Spend") with
        {
            Subtitle = $"{concentration.Name}, {concentration.Period}",
            Note = string.Join(' ', ((string?[])[concentration.Coverage, concentration.StepNote, concentration.Policy.Note]).Where(note => note is { Length: > 0 })),
        };
    }

    private static readonly (string Name, PointOfDelivery[] Points)[] ServiceGroups =
    [
        ("Primary care", [PointOfDelivery.GeneralPractice, PointOfDelivery.Prescribing]),
        ("A&E", [PointOfDelivery.AccidentAndEmergency]),
        ("Emergency admission", [PointOfDelivery.EmergencyAdmission]),
        ("Elective and outpatient", [PointOfDelivery.ElectiveAdmission, PointOfDelivery.DayCase, PointOfDelivery.Outpatient]),
        ("Community", [PointOfDelivery.Community]),
        ("Mental health", [PointOfDelivery.MentalHealth]),
        ("Social care", [PointOfDelivery.SocialCare]),
    ];

    private static string Where(SegmentGrid grid) => $"{grid.Scheme.Name}, {grid.Whom}, {grid.Period}";

    private static string Unit(GridMeasure measure) => measure switch
    {
        GridMeasure.People => "People",
        GridMeasure.Spend => "Pounds",
        GridMeasure.SpendPerHead => "Pounds a head",
        GridMeasure.ShareOfPeople => "Share of people",
        _ => "Share of spend",
    };
}
