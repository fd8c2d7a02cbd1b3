namespace Phm.Statistics;

/// <summary>What an indicator is, which says on which scale its values are nearly normal.</summary>
public enum IndicatorKind
{
    /// <summary>A mean or another amount, as life expectancy: normal as it is.</summary>
    Mean,

    /// <summary>A rate or a ratio, above 0: normal on the logarithm.</summary>
    Rate,

    /// <summary>A proportion, between 0 and 1: normal on the logit.</summary>
    Proportion,
}
