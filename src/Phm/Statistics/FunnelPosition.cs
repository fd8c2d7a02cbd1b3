namespace Phm.Statistics;

/// <summary>Where a place lies in a funnel. Low and high say nothing of good and bad.</summary>
public enum FunnelPosition
{
    /// <summary>Below the lower limit of three standard deviations.</summary>
    BelowThreeSigma,

    /// <summary>Below the lower limit of two standard deviations, not of three.</summary>
    BelowTwoSigma,

    /// <summary>Within the limits: no more different from the target than chance makes it.</summary>
    Within,

    /// <summary>Above the upper limit of two standard deviations, not of three.</summary>
    AboveTwoSigma,

    /// <summary>Above the upper limit of three standard deviations.</summary>
    AboveThreeSigma,
}
