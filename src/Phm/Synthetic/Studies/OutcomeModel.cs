using Phm.Activation;
using Phm.Populations;

namespace Phm.Synthetic.Studies;

/// <summary>
/// The expected count of an outcome for each questionnaire: a factor for the level times log-linear effects of age, sex, deprivation and conditions.
/// </summary>
/// <remarks>
/// Given who answers at each level, the level means are those of table 1, whatever the effects. One strength that multiplies all effects is then solved for,
/// so that the factors of levels 4 and 1 stand in the published adjusted ratio. Nothing is chosen for levels 2 and 3: their adjusted ratios follow.
/// Where table 1 has no mean, the factors stand in equal steps from level 1 to level 4.
/// </remarks>
internal sealed class OutcomeModel
{
    public const int Levels = 4;
    private const double StrongestEffects = 8;
    private const double MiddleAge = 65;

    private readonly SyntheticParameters _parameters;
    private readonly StudyQuestionnaire[] _questionnaires;
    private readonly double[] _effects;

    public OutcomeModel(SyntheticParameters parameters, StudyQuestionnaire[] questionnaires, ActivationOutcome outcome)
    {
        (_parameters, _questionnaires, Outcome) = (parameters, questionnaires, outcome);
        _effects = EffectsOn(questionnaires);
        Strength = HasMeans && parameters.Has(Name("adjusted")) ? Solve() : 1;
        double[] factors = [.. Enumerable.Range(1, Levels).Select(Factor)];
        Means = [.. questionnaires.Select((q, i) => IsFixed(q) ? Sessions : factors[q.Level - 1] * Math.Exp(Strength * _effects[i]))];
        Health = Number("health");
    }

    public ActivationOutcome Outcome { get; }

    /// <summary>The expected count of each questionnaire.</summary>
    public double[] Means { get; }

    private double Sessions => _parameters.Number("elective.course_sessions");

    /// <summary>What the effects of the parameters are multiplied by.</summary>
    public double Strength { get; }

    /// <summary>The correlation of the number behind the count with what the counts of a questionnaire share.</summary>
    public double Health { get; }

    /// <summary>Whether table 1 has means and standard deviations of the outcome.</summary>
    public bool HasMeans => _parameters.Has(Name("sd"));

    /// <summary>The published mean square of a count at a level.</summary>
    public double MeanSquare(int level)
    {
        var (mean, spread) = (At("mean", level), At("sd", level));
        return mean * mean + spread * spread;
    }

    /// <summary>
    /// The size of the negative binomial at a level, so that the variance around the expected counts and the variance of these make up the published one;
    /// a course of treatment has its part of both.
    /// </summary>
    public double Size(int level)
    {
        var (sum, squares, expected) = (0.0, 0.0, 0.0);
        for (var i = 0; i < _questionnaires.Length; i++)
        {
            if (_questionnaires[i].Level != level) continue;
            expected += MeanSquare(level);
            if (IsFixed(_questionnaires[i])) expected -= Means[i] * Means[i];
            else (sum, squares) = (sum + Means[i], squares + Means[i] * Means[i]);
        }
        return squares / Math.Max(1e-3 * squares, expected - sum - squares);
    }

    private double Factor(int level)
    {
        var course = _questionnaires.Count(q => q.Level == level && IsFixed(q)) * Sessions;
        if (HasMeans) return (At("mean", level) - course / _questionnaires.Count(q => q.Level == level)) / Confounding(level, Strength);
        var ratio = Math.Pow(At("adjusted", Levels), (level - 1.0) / (Levels - 1));
        return ratio * At("mean", 1) / Confounding(1, Strength);
    }

    /// <summary>The strength at which the crude ratio, divided by that of the effects, is the adjusted one.</summary>
    private double Solve()
    {
        var wanted = At("mean", Levels) / At("mean", 1) / At("adjusted", Levels);
        var (low, high) = (0.0, StrongestEffects);
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            if (Confounding(Levels, middle) / Confounding(1, middle) > wanted) low = middle;
            else high = middle;
        }
        return high < StrongestEffects - 1e-6 ? (low + high) / 2
            : throw new DataException($"The effects of {Outcome.Code()} cannot move its crude ratio of level 4 to level 1 to the adjusted one. Expected effects that make use rarer for those who answer at level 4; check {Name("effect")}.");
    }

    private double Confounding(int level, double strength)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < _questionnaires.Length; i++)
        {
            if (_questionnaires[i].Level != level) continue;
            count++;
            if (!IsFixed(_questionnaires[i])) sum += Math.Exp(strength * _effects[i]);
        }
        return sum / count;
    }

    private double[] EffectsOn(StudyQuestionnaire[] questionnaires)
    {
        var (age, male, decile, physical, mental) = (Number("effect.age"), Number("effect.male"), Number("effect.decile"), Number("effect.physical"), Number("effect.mental"));
        return [.. questionnaires.Select(q => age * (q.Age - MiddleAge) / 10 + (q.IsMale ? male : 0) + decile * q.Decile + physical * q.Physical + mental * q.Mental)];
    }

    /// <summary>Whether the count is that of a course of treatment and not drawn.</summary>
    private bool IsFixed(StudyQuestionnaire q) => q.IsOnCourse && Outcome == ActivationOutcome.ElectiveAdmissions;

    private double Number(string name) => _parameters.Number(Name(name));

    private double At(string name, int level) => _parameters.Curve(Name(name))[level];

    private string Name(string name) => $"{Outcome.Code()}.{name}";
}
