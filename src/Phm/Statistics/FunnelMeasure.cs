namespace Phm.Statistics;

/// <summary>What a funnel plot compares.</summary>
public enum FunnelMeasure
{
    /// <summary>Shares, of binomial counts.</summary>
    Proportion,

    /// <summary>Rates, of Poisson counts.</summary>
    Rate,

    /// <summary>Ratios of observed to expected events, of Poisson counts.</summary>
    Ratio,
}
