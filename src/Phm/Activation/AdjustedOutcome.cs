using Phm.Disclosure;
using Phm.Statistics;

namespace Phm.Activation;

/// <summary>One outcome of an <see cref="AdjustedUse"/>: how it was fitted, with and without adjustment on the same questionnaires.</summary>
/// <remarks>
/// The regressions themselves are not told: they hold the ratio at every level, those too that an <see cref="AdjustedUse"/> suppresses. An
/// analyst who may see them fits a model of their own to <see cref="ActivationStudy.Table"/>.
/// </remarks>
public sealed record AdjustedOutcome
{
    /// <summary>What was counted.</summary>
    public required ActivationOutcome Outcome { get; init; }

    /// <summary>The distribution of the counts in both regressions; null where none could be estimated.</summary>
    public Family? Family => Adjusted?.Family;

    /// <summary>The questionnaires that were fitted; suppressed where those left out, or who they are of, are few. Missing where no regression could be estimated.</summary>
    public DisclosedValue Questionnaires { get; init; }

    /// <summary>α of the variance μ + αμ² of the adjusted regression; missing for a Poisson regression, suppressed where the ratio of no level may be told.</summary>
    public DisclosedValue Dispersion { get; init; }

    /// <summary>What a reader has to know: why another family was fitted, or why none could be; null where there is nothing to say.</summary>
    public string? Remark { get; init; }

    /// <summary>The regression on level and everything that is taken into account; null where it could not be estimated.</summary>
    internal CountFit? Adjusted { get; init; }

    /// <summary>The regression on level alone, of the same family; null where it could not be estimated.</summary>
    internal CountFit? Crude { get; init; }
}
