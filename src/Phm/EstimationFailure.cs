namespace Phm;

/// <summary>Why a model could not be estimated from data that are well formed.</summary>
public enum EstimationFailure
{
    /// <summary>A column is a combination of others, so their coefficients cannot be told apart.</summary>
    RankDeficiency,

    /// <summary>Some columns foretell the outcome of some rows perfectly, so a coefficient grows without bound.</summary>
    Separation,

    /// <summary>The best estimate lies at the edge of what the model allows, as a dispersion of 0.</summary>
    Boundary,

    /// <summary>The search for the estimate did not settle for another reason.</summary>
    NoConvergence,
}
