using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// Whether risks are as high as what happens (Van Calster B et al. J Clin Epidemiol 2016;74:167-176, doi:10.1016/j.jclinepi.2015.12.005), by logistic regressions of the
/// outcome on the logit of the risk (Cox DR. Biometrika 1958;45:562-565, doi:10.1093/biomet/45.3-4.562).
/// </summary>
/// <param name="People">How many people have a risk and an outcome known.</param>
/// <param name="Events">How many of them had the outcome.</param>
/// <param name="Expected">How many would have, by the sum of risks.</param>
/// <param name="Intercept">Calibration in the large: a in logit P(y) = a + logit(risk). 0 at best, above where risks are too low.</param>
/// <param name="Slope">b in logit P(y) = a + b logit(risk). 1 at best, below where risks are too extreme, as of an overfitted model.</param>
/// <param name="Groups">The calibration curve: people in groups of near equal size, from the lowest risk to the highest; equal risks stay together.</param>
public sealed record Calibration(int People, int Events, double Expected, Coefficient Intercept, Coefficient Slope, IReadOnlyList<CalibrationGroup> Groups) : Result
{
    /// <summary>Observed over expected events, 1 at best.</summary>
    public double ObservedToExpected => Events / Expected;

    /// <summary>The calibration of a column of risks. Rows that miss risk or outcome are left out.</summary>
    /// <param name="table">The data.</param>
    /// <param name="risk">A column of probabilities above 0 and below 1, of which not all are the same.</param>
    /// <param name="outcome">A column of 1 and 0, of both kinds.</param>
    /// <param name="groups">How many groups the curve has at most, 2 or more.</param>
    /// <exception cref="DataException">A risk is none, 0 or 1, all are the same, or the outcome is not of both kinds: the message names the column.</exception>
    /// <exception cref="ConvergenceException">The risk separates those with the outcome from those without, so that the slope is infinite.</exception>
    public static Calibration Of(AnalysisTable table, string risk, string outcome, int groups = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 2);
        var data = ScoredOutcomes.OfRisks(table, risk, outcome);
        data.RequireVariation(risk);
        if (Array.FindIndex(data.Score, p => p is 0 or 1) is >= 0 and var row)
            throw new DataException($"The risk '{risk}' is {(data.Score[row] == 0 ? "0" : "1")} in row {data.Rows[row] + 1}, which has no logit: leave out those whose outcome is certain.");
        var logit = $"logit({risk})";
        var rows = new AnalysisTable().Number(outcome, Array.ConvertAll(data.Happened, y => y ? 1.0 : 0)).Number(logit, Array.ConvertAll(data.Score, p => Math.Log(p) - Math.Log(1 - p)));
        var isFew = CountText.IsFew(data.Events) || CountText.IsFew(data.Count - data.Events);
        var intercept = Model.Binary(outcome).Offset(logit).Fit(rows)["Intercept"] with { IsWithheld = isFew };
        return new(data.Count, data.Events, data.Score.Sum(), intercept, Model.Binary(outcome).On(logit).Fit(rows)[logit] with { IsWithheld = isFew }, Curve(data, groups));
    }

    private static List<CalibrationGroup> Curve(ScoredOutcomes data, int groups)
    {
        var (order, curve) = (data.FromHighest(), new List<CalibrationGroup>());
        Array.Reverse(order);
        for (int start = 0, k = 1, end; start < order.Length; start = end, k++)
        {
            end = Math.Max(start + 1, (int)((long)order.Length * k / groups));
            while (end < order.Length && data.Score[order[end]] == data.Score[order[end - 1]]) end++;
            var members = order[start..end];
            curve.Add(new(members.Length, members.Count(row => data.Happened[row]), members.Average(row => data.Score[row])));
            while ((long)order.Length * (k + 1) / groups <= end && k < groups) k++;
        }
        return curve;
    }

    /// <summary>
    /// A number of a group's observed share as it may be shown. The total is known, so beside groups that are withheld for their own sake others are too. See
    /// <see cref="HiddenGroups"/>.
    /// </summary>
    internal DisclosedValue Shown(int group, Func<Proportion, double> number)
    {
        var hidden = HiddenGroups.Of([.. Groups.Select(some => (long)some.Events)], [.. Groups.Select(some => (long)some.People - some.Events)]);
        return hidden[group] ? DisclosedValue.Suppressed : DisclosedValue.Of(number(Groups[group].Observed));
    }

    /// <summary>Observed over expected in words, withheld where few have the outcome, or few have not: the expected are known.</summary>
    internal string RatioWords => IsWithheld ? DisclosedValue.SuppressedMark : NumberText.WithDecimals(ObservedToExpected, 2);

    /// <summary>Intercept or slope in words, withheld like the ratio.</summary>
    internal string WordsOf(Coefficient coefficient) => IsWithheld ? DisclosedValue.SuppressedMark : StatementWords.Number(coefficient.Estimate, coefficient.Interval());

    private bool IsWithheld => CountText.IsFew(Events) || CountText.IsFew(People - Events);

    /// <summary>Observed and expected by group. What rests on few people is withheld by the default disclosure policy.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = "Calibration: expected and observed events by group of risk",
        Preamble =
        [
            $"{CountText.Of(People, "person", "people")}, {CountText.Of(Events)} with the outcome, {NumberText.WithDecimals(Expected, 0)} expected: observed to expected {RatioWords}",
            $"intercept {WordsOf(Intercept)} · slope {WordsOf(Slope)}",
        ],
        Columns =
        [
            new("Group", ColumnFormat.Count), new("People", ColumnFormat.Count), new("Expected", ColumnFormat.Percent), new("Observed", ColumnFormat.Percent),
            new("95% low", ColumnFormat.Percent), new("95% high", ColumnFormat.Percent),
        ],
        Rows = [.. Groups.Select((group, k) => (TableCell[])[k + 1, CountText.Shown(group.People), group.Expected, Shown(k, share => share.Value), Shown(k, share => share.Interval().Low), Shown(k, share => share.Interval().High)])],
        Notes = ["The intercept is 0 and the slope 1 at best; a slope below 1 says that risks are too extreme.", CountText.Note],
    };
}
