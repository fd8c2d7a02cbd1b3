namespace Phm.Findings;

/// <summary>Whether a published figure was reproduced.</summary>
public enum ScorecardVerdict : byte
{
    /// <summary>There is no verdict, for the reason that the row gives.</summary>
    NotCompared = 0,

    /// <summary>The reproduced figure is within the tolerance.</summary>
    Reproduced = 1,

    /// <summary>It is not.</summary>
    NotReproduced = 2,
}
