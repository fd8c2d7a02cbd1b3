using Phm.Charting;
using Phm.Disclosure;
using Phm.Presentation;
using Phm.Tests.Statistics;

namespace Phm.Tests.Charting;

/// <summary>Charts of invented numbers as they stand in reports: one or more of every kind, with values suppressed, missing and zero.</summary>
internal static class SampleCharts
{
    private const string Source = "synthetic linked data, Kent-like, 2024/25";
    private const string Limits = "Rates are standardised for age and sex to the whole population. Lines show 95% confidence intervals.";

    private static readonly DisclosedValue C = DisclosedValue.Suppressed;
    private static readonly DisclosedValue X = DisclosedValue.Missing;

    public static IReadOnlyDictionary<string, Chart> All { get; } = new Dictionary<string, Chart>
    {
        ["bar"] = Bar(),
        ["bar-many"] = BarMany(),
        ["bar-negative"] = BarNegative(),
        ["stacked"] = Stacked(),
        ["stacked-share"] = StackedShare(),
        ["line"] = Line(),
        ["line-many"] = LineMany(),
        ["line-numeric"] = LineNumeric(),
        ["heatmap"] = Heatmap(),
        ["heatmap-wide"] = HeatmapWide(),
        ["pyramid"] = Pyramid(),
        ["histogram"] = Histogram(),
        ["histogram-fine"] = HistogramFine(),
        ["scatter"] = Scatter(),
        ["funnel"] = Funnel(),
        ["forest"] = Forest(),
        ["forest-beside"] = ForestBeside(),
        ["forest-differences"] = ForestDifferences(),
        ["forest-model"] = StatisticsSamples.Absences.ForestPlot(),
        ["forest-levels"] = StatisticsSamples.Absences.RateRatios("Age").ForestPlot(StatisticsSamples.Crude.RateRatios("Age"), "Adjusted", "Crude"),
        ["funnel-limits"] = StatisticsSamples.Funnel.Chart(title: "Unplanned admission within 30 days, by practice"),
        ["funnel-overdispersion"] = StatisticsSamples.WideFunnel.Chart(title: "Unplanned admission within 30 days, by practice"),
        ["inequality"] = StatisticsSamples.Inequality.Chart("Emergency admissions by quintile of deprivation", "Admissions for every 1,000 people"),
        ["survival"] = StatisticsSamples.Curves.Chart("Survival of patients with advanced lung cancer, by sex", "Days"),
        ["roc"] = StatisticsSamples.Roc.Chart("A protein in the blood and a poor outcome of a haemorrhage"),
        ["calibration"] = StatisticsSamples.Calibration.Chart("Risk of a poor outcome, expected and observed"),
        ["decision"] = StatisticsSamples.Decisions.Chart("Treating by risk of a poor outcome"),
        ["dispersion"] = StatisticsSamples.Absences.OverdispersionProfile(ReferenceData.Absences).Chart(),
        ["nothing-shown"] = Chart.Bar("People on the respiratory list by tier", ["Tier 1", "Tier 2", "Tier 3"], [C, C, X], value: "people"),
    };

    public static Chart Bar() => Chart.Bar(
        "Emergency admissions by level of patient activation, adults with a long-term condition, 2024/25",
        ["Level 1: disengaged and overwhelmed", "Level 2: becoming aware, still struggling", "Level 3: taking action", "Level 4: maintaining behaviours", "Level not recorded", "Declined to answer", "Level assigned in error"],
        [.. Shown(212.4, 174.9, 131.2, 96.5), X, C, DisclosedValue.Of(0)],
        low: [.. Shown(187.3, 158.2, 119.9, 84.1), X, C, X],
        high: [.. Shown(240.8, 193.3, 143.6, 110.7), X, C, X],
        value: "Admissions for every 1,000 people a year", format: ColumnFormat.Decimal1) with
    {
        Subtitle = "Directly standardised rates with 95% confidence intervals",
        Reference = ReferenceLine.At(143.1, "All adults: 143.1"),
        Note = Limits,
        Source = Source,
    };

    public static Chart BarMany()
    {
        string[] names = [.. Enumerable.Range(1, 30).Select(k => k % 7 == 0 ? $"Primary Care Network {k} (Ashford, Stour and Romney Marsh)" : $"Primary Care Network {k}")];
        return Chart.Bar("Emergency department attendances by primary care network, 2024/25", names,
            names.Select((_, k) => 415.0 - (k * 7.3) + (k % 3 * 4.1)), value: "Attendances for every 1,000 people", highlight: "Primary Care Network 12") with
        { Source = Source };
    }

    public static Chart BarNegative() => Chart.Bar(
        "Change in bed days after the programme, difference from matched comparison",
        [
            new Bar("Health coaching", DisclosedValue.Of(-312), DisclosedValue.Of(-498), DisclosedValue.Of(-126)),
            new Bar("Proactive care", DisclosedValue.Of(-154), DisclosedValue.Of(-361), DisclosedValue.Of(53)),
            new Bar("Virtual ward", DisclosedValue.Of(88), DisclosedValue.Of(-40), DisclosedValue.Of(216)),
            new Bar("Falls prevention", DisclosedValue.Of(0)),
        ],
        value: "Bed days a year") with { Source = Source };

    public static Chart Stacked() => Chart.StackedBar(
        "Spend by point of delivery and frailty stage, people aged 65 and over, 2024/25",
        ["Not frail", "Mildly frail", "Moderately frail", "Severely frail", "Not assessed"],
        [
            new("Emergency inpatient", Shown(4.2, 9.8, 12.6, 8.9, 0.7)),
            new("Planned inpatient", Shown(6.1, 7.7, 4.9, 1.8, 0.3)),
            new("Outpatient", Shown(5.4, 6.2, 4.1, 1.5, 0.4)),
            new("Community", [.. Shown(1.1, 3.4, 6.6), C, DisclosedValue.Of(0)]),
            new("Mental health", Shown(0.8, 1.2, 1.9, 1.3, 0)),
        ],
        value: "£ million") with { Source = Source };

    public static Chart StackedShare() => Chart.StackedBar(
        "Patient activation by deprivation",
        ["1 most deprived", "2", "3", "4", "5 least deprived", "Not known", "Prison"],
        [
            new("Level 1", [.. Shown(412, 350, 301, 244, 190), X, DisclosedValue.Of(0)]),
            new("Level 2", [.. Shown(380, 366, 340, 310, 288), C, DisclosedValue.Of(0)]),
            new("Level 3", [.. Shown(510, 560, 610, 655, 690), X, DisclosedValue.Of(0)]),
            new("Level 4", [.. Shown(166, 205, 262, 318, 377), X, DisclosedValue.Of(0)]),
        ],
        value: "Share of people assessed", category: "Quintile of deprivation (IMD 2019)", asShare: true, ordered: true) with { Source = Source };

    public static Chart Line() => Chart.Line(
        "Emergency admissions for every 1,000 people, by locality",
        ["2017/18", "2018/19", "2019/20", "2020/21", "2021/22", "2022/23", "2023/24", "2024/25"],
        [
            Series("Thanet", 24.1, 24.8, 25.3, 19.9, 23.7, 25.9, 26.8, 27.4),
            new("Ashford", [.. Shown(19.2, 19.5), C, .. Shown(15.2, 18.1, 19.9, 20.4, 20.8)]),
            Series("Whole system", 20.8, 21.1, 21.4, 16.8, 19.9, 21.5, 22.0, 22.3),
            new("Canterbury and Coastal", [.. Shown(21.0, 21.2, 21.3, 16.4), X, X, .. Shown(22.1, 21.9)]),
        ],
        value: "Admissions for every 1,000 people") with { Note = "Ribbons show 95% confidence intervals.", Source = Source };

    public static Chart LineMany()
    {
        var months = Enumerable.Range(0, 48).Select(k => $"{(k % 12) + 1:00}/{2021 + (k / 12)}").ToList();
        var practices = Enumerable.Range(1, 24).Select(p => new ChartSeries($"Practice {p}",
            months.Select((_, k) => 40 + (p * 1.3) + (6 * Wave(k + p)) + (p == 9 ? k * 0.6 : 0))));
        return Chart.Line("Attendances by practice and month", months, practices, value: "Attendances for every 1,000 people", highlight: "Practice 9") with { Source = Source };
    }

    public static Chart LineNumeric()
    {
        var years = Enumerable.Range(2025, 16).ToList();
        return Chart.Line("People living with severe frailty, projected", years,
            [
                Widening("No change in care", years, 14_200, 610),
                Widening("Health coaching and proactive care", years, 14_200, 340),
            ],
            value: "People") with { Subtitle = "Median of 500 simulations with 90% interval", Source = Source };
    }

    public static Chart Heatmap()
    {
        string[] ages = ["0 to 17", "18 to 39", "40 to 64", "65 to 74", "75 to 84", "85 and over"];
        string[] conditions = ["Mostly healthy", "One long-term condition", "Several conditions", "Cancer", "Serious mental illness", "Learning disability", "Frailty or dementia"];
        double[][] spend =
        [
            [312, 1240, 4210, 11830, 5120, 6240, double.NaN],
            [288, 980, 2870, 9420, 6310, 5890, 0],
            [441, 1310, 3120, 8760, 7080, 7410, 9920],
            [702, 1720, 3980, 7910, 7620, 8220, 10480],
            [1015, 2240, 4870, 7440, 8130, 9010, 11960],
            [1330, 2690, 5630, 6890, 8540, 9480, 13240],
        ];
        var values = spend.Select((row, r) => row.Select((value, c) => (r, c) is (5, 5) or (0, 4) ? C : DisclosedValue.Of(value)));
        return Chart.Heatmap("Spend per head by age and segment, 2024/25", ages, conditions, values,
            rowTitle: "Age", columnTitle: "Segment", value: "Spend per head a year", format: ColumnFormat.Pounds) with
        { Note = "People are counted once, in the first segment from the right that fits.", Source = Source };
    }

    public static Chart HeatmapWide()
    {
        string[] rows = [.. Enumerable.Range(0, 19).Select(k => k == 18 ? "90 and over" : $"{k * 5} to {(k * 5) + 4}")];
        string[] columns = ["Hypertension", "Diabetes", "Coronary heart disease", "Heart failure", "Atrial fibrillation", "Stroke", "Asthma", "Chronic obstructive pulmonary disease", "Chronic kidney disease", "Cancer", "Depression", "Serious mental illness", "Dementia", "Epilepsy", "Rheumatoid arthritis"];
        var values = rows.Select((_, r) => columns.Select((_, c) => (r * columns.Length) + c is var k && k % 41 == 7 ? C : k % 67 == 3 ? X : DisclosedValue.Of(r * r * (c + 2) % 97 / 220.0)));
        return Chart.Heatmap("Prevalence of long-term conditions by age", rows, columns, values, rowTitle: "Age", value: "Share of registered people", format: ColumnFormat.Percent) with { Source = Source };
    }

    public static Chart Pyramid()
    {
        string[] ages = [.. Enumerable.Range(0, 18).Select(k => $"{k * 5} to {(k * 5) + 4}"), "90 and over"];
        double[] women = [.. Shape(0.0285)];
        double[] men = [.. Shape(0.0282)];
        var left = women.Select((value, k) => k == 17 ? C : DisclosedValue.Of(value + (k is > 3 and < 7 ? -0.004 : 0.001)));
        var right = men.Select((value, k) => k == 18 ? DisclosedValue.Of(0) : k == 16 ? X : DisclosedValue.Of(value + (k is > 3 and < 7 ? -0.005 : 0.0015)));
        return Chart.Pyramid("Age and sex of people registered in Thanet, 31 March 2025", ages, new("Women", left), new("Men", right),
            new("Whole system", women, men), value: "Share of registered people", format: ColumnFormat.Percent) with { Source = Source };
    }

    public static Chart Histogram() => Chart.Histogram(
        "Score of patient activation, adults with a long-term condition",
        Enumerable.Range(0, 11).Select(k => k * 10.0),
        [DisclosedValue.Of(0), C, .. Shown(134, 498, 1210, 1894, 1502, 877), X, DisclosedValue.Of(212)],
        xTitle: "Score (0 to 100)", yTitle: "People") with
    { Reference = ReferenceLine.At(56.4, "Median 56.4"), Source = Source };

    public static Chart HistogramFine() => Chart.Histogram(
        "Length of stay after an emergency admission, people aged 75 and over",
        Enumerable.Range(0, 46).Select(k => (double)k),
        Enumerable.Range(0, 45).Select(k => k > 38 ? (k == 42 ? DisclosedValue.Of(0) : C) : DisclosedValue.Of(Math.Floor(5200 / (1 + (0.16 * k * k / 4))))),
        xTitle: "Days", yTitle: "Admissions") with { Source = Source };

    public static Chart Scatter()
    {
        string[] places = ["Ashford", "Canterbury", "Dartford", "Dover", "Folkestone", "Gravesham", "Maidstone", "Medway", "Sevenoaks", "Swale", "Thanet", "Tonbridge", "Tunbridge Wells"];
        var points = places.Select((name, k) => new ScatterPoint(12.0 + (k * 2.1), 92 + (k * 5.2) + (11 * Wave(k * 5)), name)).ToList();
        points.Add(new(DisclosedValue.Of(18.4), C, "Isle of Grain"));
        points.Add(new(X, DisclosedValue.Of(140), "Not known"));
        return Chart.Scatter("Emergency admissions and deprivation by locality", points,
            xTitle: "Index of multiple deprivation, score", yTitle: "Admissions for every 1,000 people", highlight: ["Thanet", "Swale", "Sevenoaks"],
            lines: [ReferenceLine.Straight(62, 2.4, "Regression line")], format: ColumnFormat.Decimal1) with
        { Source = Source };
    }

    public static Chart Funnel()
    {
        var sizes = Enumerable.Range(1, 60).Select(k => k * 250.0).ToList();
        var points = Enumerable.Range(0, 180).Select(k => new ScatterPoint(1200 + (k * 7919 % 13000), 0.12 + (Wave(k * 3) * (k % 17 == 2 ? 2.9 : 0.9) / Math.Sqrt(1200 + (k * 7919 % 13000))), $"Practice {k}"));
        return Chart.Scatter("Unplanned admission within 30 days, by practice", points, xTitle: "People discharged", yTitle: "Share admitted again within 30 days",
            format: ColumnFormat.Percent, highlight: ["Practice 36"],
            lines:
            [
                ReferenceLine.At(0.12, "Average"),
                ReferenceLine.Curve(sizes.Select(n => (n, 0.12 + (3.09 * 0.325 / Math.Sqrt(n)))), "Upper 99.8% limit"),
                ReferenceLine.Curve(sizes.Select(n => (n, Math.Max(0, 0.12 - (3.09 * 0.325 / Math.Sqrt(n))))), "Lower 99.8% limit"),
            ]) with { Source = Source };
    }

    public static Chart Forest() => Chart.Forest(
        "Use of services by level of patient activation, adults with a long-term condition, 2024/25",
        [
            .. Levels("Emergency admissions", (0.91, 0.82, 1.01), (0.79, 0.70, 0.89), (0.62, 0.53, 0.73)),
            .. Levels("ED attendances", (0.95, 0.89, 1.01), (0.88, 0.82, 0.95), (0.77, 0.70, 0.84)),
            .. Levels("Outpatient appointments that were not attended", (1.02, 0.93, 1.12), (0.83, 0.75, 0.92), (0.69, 0.60, 0.79)),
        ],
        "Rate ratio") with
    {
        Subtitle = "Adjusted for age, sex, deprivation and long-term conditions",
        YTitle = "Level",
        Note = "Associations, not what an intervention would do.",
        Source = Source,
    };

    public static Chart ForestBeside() => Chart.Forest(
        "Level 4 against level 1 of patient activation: published and reproduced",
        [
            new("Emergency admissions", new(0.62, 0.51, 0.75), new(0.64, 0.55, 0.74)),
            new("ED attendances", new(0.81, 0.71, 0.92), new(0.80, 0.72, 0.88)),
            new("Elective length of stay, overnight", new(0.59, 0.31, 1.13), new(0.66, 0.12, 3.9)),
            new("GP did not attend", new(0.68, 0.57, 0.81), new(C)),
            new("30-day readmission after an elective or emergency stay", new(0.70, double.NegativeInfinity, double.PositiveInfinity), new(X)),
        ],
        "Rate ratio", ["Published", "Reproduced (synthetic)"]) with
    { Note = "A cohort that was made to match shows that the method recovers what was put in.", Source = Source };

    public static Chart ForestDifferences() => Chart.Forest(
        "Cost a head a year by level of patient activation, difference from level 1",
        [
            ForestRow.Reference("Level 1"), new("Level 2", -120, -310, 70), new("Level 3", -385, -560, -210), new("Level 4", -720, -905, double.PositiveInfinity),
        ],
        "Difference (£)", logarithmic: false) with
    { Source = Source };

    private static IEnumerable<ForestRow> Levels(string outcome, params (double Value, double Low, double High)[] levels) =>
        [ForestRow.Reference("Level 1") with { Group = outcome }, .. levels.Select((level, k) => new ForestRow($"Level {k + 2}", new ForestEstimate(level.Value, level.Low, level.High)) { Group = outcome })];

    private static IEnumerable<DisclosedValue> Shown(params double[] values) => values.Select(DisclosedValue.Of);

    private static ChartSeries Series(string name, params double[] values) => new(name, values, values.Select(value => value - 0.7), values.Select(value => value + 0.7));

    private static ChartSeries Widening(string name, List<int> years, double start, double rise)
    {
        double At(int k, double factor) => start + (rise * k) + (factor * 130 * k);
        return new(name, years.Select((_, k) => At(k, 0)), years.Select((_, k) => At(k, -1)), years.Select((_, k) => At(k, 1.2)));
    }

    /// <summary>A triangle wave between -1 and 1: varied, and the same on every machine.</summary>
    private static double Wave(int k) => (Math.Abs((k * 37 % 100) - 50) / 25.0) - 1;

    private static IEnumerable<double> Shape(double top) => Enumerable.Range(0, 19).Select(k => k < 12 ? top + (0.0012 * (k % 4)) : top * (19.2 - k) / 8);
}
