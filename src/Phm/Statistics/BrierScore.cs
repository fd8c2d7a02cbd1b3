using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>The mean squared distance of risks from what happened, 0 at best (Brier GW. Mon Weather Rev 1950;78:1-3, doi:10.1175/1520-0493(1950)078&lt;0001:VOFEIT&gt;2.0.CO;2).</summary>
/// <param name="People">How many people have a risk and an outcome known.</param>
/// <param name="Value">Σ(p - y)²/n.</param>
/// <param name="Reference">ȳ(1 - ȳ), the score of the same risk for everyone, the share with the outcome.</param>
public sealed record BrierScore(int People, double Value, double Reference) : Statement
{
    /// <summary>1 - score/reference: 1 at best, 0 where risks are no better than the share with the outcome, below 0 where they are worse (Steyerberg EW et al. Epidemiology 2010;21:128-138, doi:10.1097/EDE.0b013e3181c30fb2).</summary>
    public double Scaled => 1 - Value / Reference;

    /// <summary>Whether few have the outcome, or few have not: the reference counts them, and so, nearly, does the score of small risks.</summary>
    internal bool IsWithheld { get; init; }

    /// <summary>The score of a column of risks. Rows that miss risk or outcome are left out.</summary>
    /// <param name="table">The data.</param>
    /// <param name="risk">A column of probabilities, 0 to 1.</param>
    /// <param name="outcome">A column of 1 and 0, of both kinds.</param>
    /// <exception cref="DataException">A risk is none, or the outcome is not of both kinds: the message names the column.</exception>
    public static BrierScore Of(AnalysisTable table, string risk, string outcome)
    {
        var data = ScoredOutcomes.OfRisks(table, risk, outcome);
        return new(data.Count, data.Score.Zip(data.Happened, (p, y) => y ? (1 - p) * (1 - p) : p * p).Sum() / data.Count, data.Share * (1 - data.Share))
        {
            IsWithheld = CountText.IsFew(data.Events) || CountText.IsFew(data.Count - data.Events),
        };
    }

    private protected override string Words => IsWithheld ? $"Brier score: {CountText.Withheld}" :
        $"Brier score {NumberText.WithDecimals(Value, 4)}, {NumberText.WithDecimals(Reference, 4)} for the same risk for everyone: scaled {NumberText.WithDecimals(Scaled, 3)}, {CountText.Of(People, "person", "people")}";
}
