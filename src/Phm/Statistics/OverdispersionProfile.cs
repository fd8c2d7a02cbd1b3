using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>What the data say of the dispersion of a negative binomial fit: how much likelihood is lost away from its estimate, all else estimated anew.</summary>
public sealed record OverdispersionProfile : Result
{
    internal OverdispersionProfile(CountFit model, ConfidenceInterval interval, IReadOnlyList<OverdispersionPoint> points) => (Model, Interval, Points) = (model, interval, points);

    /// <summary>The model.</summary>
    public CountFit Model { get; }

    /// <summary>The profile likelihood interval. See <see cref="CountFit.ProfileOverdispersion"/>.</summary>
    public ConfidenceInterval Interval { get; }

    /// <summary>The curve, from below the interval to above it.</summary>
    public IReadOnlyList<OverdispersionPoint> Points { get; }

    /// <summary>α of the variance μ + αμ², or δ of the variance (1 + δ)μ.</summary>
    internal string Symbol => Model.Family == Family.NegativeBinomial ? "α" : "δ";

    /// <summary>The curve at about ten values of the dispersion.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"Dispersion {Symbol} of {Model.Specification.OutcomeWords}: {StatementWords.Number(Model.Overdispersion!.Value, Interval)}",
        Columns = [new($"Dispersion {Symbol}", ColumnFormat.Significant), new("Twice the log-likelihood lost", ColumnFormat.Decimal2)],
        Rows = [.. Points.Where((_, k) => k % Math.Max(1, Points.Count / 10) == 0).Select(point => (TableCell[])[point.Value, point.Lost])],
        Notes = ["The interval holds the values at which less is lost than the quantile of χ² on 1 degree of freedom: 3.84 at 95%."],
    };
}
