namespace Phm.Findings;

/// <summary>A published figure beside the reproduced one: both with their intervals, so that they can be drawn side by side.</summary>
public sealed record ScorecardRow
{
    internal ScorecardRow(PublishedFinding published, ReproducedFigure? reproduced)
    {
        (Published, Reproduced) = (published, reproduced);
        Tolerance = reproduced?.Tolerance ?? Tolerance.For(published);
        WhyNot = reproduced is null ? "nothing was given"
            : !published.Status.AllowsVerdict() ? $"status {published.Status.Letter()} allows no verdict"
            : reproduced.Value.IsSuppressed ? "the reproduced figure is suppressed"
            : reproduced.Value.IsMissing ? "the reproduced figure is not available"
            : published.Qualifier.Length > 0 && reproduced.Tolerance is null ? $"'{published.Qualifier}' is no exact figure; give a tolerance"
            : !Tolerance.AppliesTo(published) ? "the published figure has no " + (Tolerance == Tolerance.SameDirection ? "direction" : "interval")
            : "";
        Verdict = WhyNot.Length > 0 ? ScorecardVerdict.NotCompared
            : Tolerance.Holds(published, reproduced!.Value.Value) ? ScorecardVerdict.Reproduced
            : ScorecardVerdict.NotReproduced;
    }

    /// <summary>The published figure.</summary>
    public PublishedFinding Published { get; }

    /// <summary>The reproduced figure, or null where none was given.</summary>
    public ReproducedFigure? Reproduced { get; }

    /// <summary>How near it had to come.</summary>
    public Tolerance Tolerance { get; }

    /// <summary>Whether the published figure was reproduced.</summary>
    public ScorecardVerdict Verdict { get; }

    /// <summary>Why there is no verdict; empty where there is one.</summary>
    public string WhyNot { get; }

    /// <summary>The verdict as a table says it.</summary>
    public string VerdictInWords => Verdict switch
    {
        ScorecardVerdict.Reproduced => "reproduced",
        ScorecardVerdict.NotReproduced => "NOT REPRODUCED",
        _ => $"not compared: {WhyNot}",
    };

    /// <summary>The reproduced figure with one decimal more than was published, so that the reader sees on which side of a bound it lies.</summary>
    internal string ReproducedInWords => Reproduced is not { } figure ? ""
        : figure.Value.IsShown ? PublishedFinding.Print(figure.Value.Value, figure.Lower, figure.Upper, Published.Decimals)
        : figure.Value.ToString();
}
