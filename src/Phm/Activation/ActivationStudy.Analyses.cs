using Phm.Populations;
using Phm.Statistics;

namespace Phm.Activation;

public sealed partial record ActivationStudy
{
    /// <summary>Mean use around a questionnaire by level, as it is. See <see cref="Activation.CrudeUse"/>.</summary>
    public CrudeUse CrudeUse => _crude.Value;

    /// <summary>
    /// Use at levels 2, 3 and 4 against level 1, crude and adjusted, for every outcome. See <see cref="Activation.AdjustedUse"/>.
    /// </summary>
    /// <param name="outcomes">The outcomes; all that the data can tell where null.</param>
    /// <param name="adjustFor">What is taken into account, of the columns of <see cref="Table"/>: where null a spline of age with 4 degrees of freedom, sex, decile of deprivation, and the numbers of physical and of mental conditions.</param>
    /// <exception cref="DataException">The data came without diagnoses, all questionnaires are at the same level, or none is at level 1.</exception>
    public AdjustedUse AdjustedUse(IReadOnlyList<ActivationOutcome>? outcomes = null, IReadOnlyList<Term>? adjustFor = null) => outcomes is null && adjustFor is null ? _usual.Value : AdjustedFit.Of(CrudeUse, outcomes, adjustFor);

    /// <summary>
    /// What moving people to other levels would be associated with, as by <see cref="LevelMove.OneLevelUp"/> or <c>LevelMove.From(1, to: 2)</c>. It takes
    /// the association to be causal, which nothing shows. See <see cref="ActivationWhatIf"/>. <see cref="AdjustedUse.WhatIf"/> is the same for a model of one's own.
    /// </summary>
    /// <exception cref="DataException">Nobody would move, a level is not among those of the study, or the regressions cannot be made.</exception>
    public ActivationWhatIf WhatIf(LevelMove move) => AdjustedUse().WhatIf(move);

    /// <summary>Who has been measured, and who has not. See <see cref="ActivationCoverage"/>.</summary>
    /// <param name="bands">The age bands; those of Kent where null.</param>
    public ActivationCoverage Coverage(AgeBands? bands = null) => ActivationCoverage.Of(this, bands ?? AgeBands.Kent);

    /// <summary>How activation differs by deprivation. See <see cref="ActivationInequality"/>.</summary>
    public ActivationInequality Inequality() => new(this);
}
