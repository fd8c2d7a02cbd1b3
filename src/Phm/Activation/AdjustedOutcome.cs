using Phm.Statistics;

namespace Phm.Activation;

/// <summary>One outcome of an <see cref="AdjustedUse"/>: the regression with and without adjustment, on the same questionnaires.</summary>
/// <remarks>A regression shown by itself tells the ratio at every level, those too that an <see cref="AdjustedUse"/> suppresses because few people have any of what is counted.</remarks>
public sealed record AdjustedOutcome
{
    /// <summary>What was counted.</summary>
    public required ActivationOutcome Outcome { get; init; }

    /// <summary>The regression on level and everything that is taken into account; null where it could not be estimated.</summary>
    public CountFit? Adjusted { get; init; }

    /// <summary>The regression on level alone, of the same family; null where it could not be estimated.</summary>
    public CountFit? Crude { get; init; }

    /// <summary>What a reader has to know: why another family was fitted, or why none could be; null where there is nothing to say.</summary>
    public string? Remark { get; init; }
}
