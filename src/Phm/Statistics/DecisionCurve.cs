using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// Whether acting on a risk does more good than acting on everyone or nobody: a threshold of risk says how many in vain are worth one found, and the net benefit
/// counts both (Vickers AJ, Elkin EB. Med Decis Making 2006;26:565-574, doi:10.1177/0272989X06295361).
/// </summary>
/// <param name="People">How many people have a risk and an outcome known.</param>
/// <param name="Points">The net benefit at each threshold.</param>
public sealed record DecisionCurve(int People, IReadOnlyList<DecisionPoint> Points) : Result
{
    /// <summary>The curve of a column of risks. Rows that miss risk or outcome are left out.</summary>
    /// <param name="table">The data.</param>
    /// <param name="risk">A column of probabilities, 0 to 1.</param>
    /// <param name="outcome">A column of 1 and 0, of both kinds.</param>
    /// <param name="thresholds">Risks from which on one would act, each above 0 and below 1; 1% to 99% where none is given.</param>
    /// <exception cref="DataException">A risk is none, or the outcome is not of both kinds: the message names the column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A threshold does not lie between 0 and 1.</exception>
    public static DecisionCurve Of(AnalysisTable table, string risk, string outcome, params double[] thresholds)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        if (Array.Exists(thresholds, p => p is not (> 0 and < 1))) throw new ArgumentOutOfRangeException(nameof(thresholds), "A threshold is a risk above 0 and below 1, as in 0.2.");
        var data = ScoredOutcomes.OfRisks(table, risk, outcome);
        var order = data.FromHighest();
        var highest = Array.ConvertAll(order, row => -data.Score[row]);
        var found = new int[order.Length + 1];
        for (var i = 0; i < order.Length; i++) found[i + 1] = found[i] + (data.Happened[order[i]] ? 1 : 0);
        double[] all = thresholds.Length > 0 ? thresholds : [.. Enumerable.Range(1, 99).Select(percent => percent / 100.0)];
        return new(data.Count, [.. all.Select(Point)]);

        DecisionPoint Point(double p)
        {
            var (low, high) = (0, highest.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (highest[middle] <= -p) low = middle + 1;
                else high = middle;
            }
            return new(p, low / (double)data.Count, Benefit(found[low], low), Benefit(data.Events, data.Count));

            double Benefit(int cases, int taken) => (cases - (taken - cases) * p / (1 - p)) / data.Count;
        }
    }

    /// <summary>The net benefit at up to 20 of the thresholds.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = "Decision curve: net benefit by threshold of risk",
        Preamble = [CountText.Of(People, "person", "people")],
        Columns =
        [
            new("Threshold", ColumnFormat.Percent), new("Acted on", ColumnFormat.Percent), new("Net benefit of the risk", ColumnFormat.Significant), new("Of acting on everyone", ColumnFormat.Significant), new("Of nobody", ColumnFormat.Significant),
        ],
        Rows = [.. RowsOf(ShownPoints())],
        Notes = ["Net benefit counts cases found per person, those acted on in vain weighed against them by the odds of the threshold. Act on the risk where its net benefit is the highest of the three. It is withheld where few people lie between a threshold and the last one shown.", CountText.Note],
    };

    private const int MostRows = 20;

    /// <summary>The thresholds of the table.</summary>
    private IEnumerable<DecisionPoint> Listed => Points.Where((_, k) => k % Math.Max(1, (Points.Count + MostRows - 1) / MostRows) == 0);

    private IEnumerable<TableCell[]> RowsOf(HashSet<DecisionPoint> shown) => Listed.Select(point => Row(point, shown.Contains(point)));

    private TableCell[] Row(DecisionPoint point, bool isShown) =>
        [point.Threshold, isShown ? point.ActedOn : DisclosedValue.Suppressed, isShown ? point.NetBenefit : DisclosedValue.Suppressed, ShownOfAll(point, point.NetBenefitOfAll), 0.0];

    /// <summary>
    /// The thresholds at which no few people are told apart, of those acted on and those not, with and without the outcome, and between which no few lie. Those of the
    /// table come first, so that what is drawn tells no more than the two together.
    /// </summary>
    internal HashSet<DecisionPoint> ShownPoints()
    {
        var (points, listed) = (Points.OrderByDescending(point => point.Threshold).ToList(), Listed.ToHashSet());
        var counts = points.ConvertAll(Taken);
        var shown = ToldApart.Shown(counts, [.. points.Select((point, k) => !CountText.IsFew(EventsOf(point) - counts[k][0]) && !CountText.IsFew(People - EventsOf(point) - counts[k][1]))], [.. points.Select(listed.Contains)]);
        return [.. points.Where((_, k) => shown[k])];
    }

    /// <summary>Those acted on who have the outcome, and those who have not.</summary>
    private int[] Taken(DecisionPoint point)
    {
        var (taken, odds) = ((int)Math.Round(point.ActedOn * People), point.Threshold / (1 - point.Threshold));
        var found = (int)Math.Round((point.NetBenefit * People + taken * odds) / (1 + odds));
        return [found, taken - found];
    }

    /// <summary>The net benefit of acting on everyone, from which those with the outcome can be counted: withheld where they are few, or the others.</summary>
    internal DisclosedValue ShownOfAll(DecisionPoint point, double value) =>
        CountText.IsFew(EventsOf(point)) || CountText.IsFew(People - EventsOf(point)) ? DisclosedValue.Suppressed : DisclosedValue.Of(value);

    private int EventsOf(DecisionPoint point) => (int)Math.Round(People * (point.NetBenefitOfAll * (1 - point.Threshold) + point.Threshold));
}
