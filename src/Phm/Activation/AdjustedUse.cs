using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;
using Phm.Statistics;

namespace Phm.Activation;

/// <summary>
/// For every outcome, how many times the use at level 1 is the use at levels 2, 3 and 4: crude, and with age, sex, deprivation and conditions
/// taken into account. Each is a negative binomial regression with standard errors clustered by person.
/// </summary>
/// <remarks>
/// Where a negative binomial distribution cannot be fitted (its dispersion goes to 0, or the search does not settle), a Poisson regression is, whose
/// clustered standard errors hold whatever the variance; the table says so. The exact model of Barker 2018 is not known to this project.
/// </remarks>
public sealed record AdjustedUse : Result
{
    private static readonly int[] s_compared = [2, 3, 4];

    private readonly CrudeUse _use;
    private readonly ILookup<int, Questionnaire> _fitted;
    private readonly int[] _fewLeftOut;

    internal AdjustedUse(CrudeUse use, IReadOnlyList<Term> terms, Questionnaire[] fitted, IReadOnlyList<AdjustedOutcome> outcomes)
    {
        (_use, Terms, _fitted) = (use, terms, fitted.ToLookup(row => row.Level));
        Questionnaire[] leftOut = [.. Study.Studied.Except(fitted)];
        _fewLeftOut = [.. Enumerable.Range(1, LevelCounts.Levels).Where(level => Policy.Suppresses(ActivationStudy.People(leftOut.Where(row => row.Level == level))))];
        var questionnaires = Policy.Count(fitted.Length, hidden: Study.Counts.IsHidden(0) || Policy.Suppresses(ActivationStudy.People(leftOut)));
        Outcomes = [.. outcomes.Select(outcome => Told(outcome, questionnaires))];
    }

    /// <summary>What is taken into account besides the level.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The regressions, one an outcome.</summary>
    public IReadOnlyList<AdjustedOutcome> Outcomes { get; }

    /// <summary>The regressions of an outcome.</summary>
    /// <exception cref="ArgumentException">The outcome was not asked for.</exception>
    public AdjustedOutcome this[ActivationOutcome outcome] => Outcomes.FirstOrDefault(fitted => fitted.Outcome == outcome)
        ?? throw new ArgumentException($"'{outcome.Name()}' is not among the outcomes: {string.Join(", ", Outcomes.Select(fitted => fitted.Outcome.Name()))}.", nameof(outcome));

    /// <summary>How many times the use at level 1 is the use at a level, all that is taken into account being the same.</summary>
    /// <exception cref="ArgumentException">The outcome was not asked for, or the level is not 2, 3 or 4.</exception>
    public DisclosedValue Ratio(ActivationOutcome outcome, int level) => Shown(outcome, level, this[outcome].Adjusted, ratio => ratio.Value);

    /// <summary>The bounds of the 95% interval of <see cref="Ratio"/>.</summary>
    /// <exception cref="ArgumentException">The outcome was not asked for, or the level is not 2, 3 or 4.</exception>
    public (DisclosedValue Low, DisclosedValue High) Interval(ActivationOutcome outcome, int level) =>
        (Shown(outcome, level, this[outcome].Adjusted, ratio => ratio.Interval().Low), Shown(outcome, level, this[outcome].Adjusted, ratio => ratio.Interval().High));

    /// <summary>
    /// The same ratio with nothing taken into account. It is suppressed too where the questionnaires of few people at a level miss something: beside
    /// <see cref="CrudeUse.Ratio"/>, which is of all questionnaires, it would tell what these few used.
    /// </summary>
    /// <exception cref="ArgumentException">The outcome was not asked for, or the level is not 2, 3 or 4.</exception>
    public DisclosedValue CrudeRatio(ActivationOutcome outcome, int level) => ShownCrude(outcome, level, ratio => ratio.Value);

    /// <summary>The bounds of the 95% interval of <see cref="CrudeRatio"/>.</summary>
    /// <exception cref="ArgumentException">The outcome was not asked for, or the level is not 2, 3 or 4.</exception>
    public (DisclosedValue Low, DisclosedValue High) CrudeInterval(ActivationOutcome outcome, int level) =>
        (ShownCrude(outcome, level, ratio => ratio.Interval().Low), ShownCrude(outcome, level, ratio => ratio.Interval().High));

    /// <summary>
    /// What use would be expected if people moved to other levels and the association were causal. See <see cref="ActivationWhatIf"/>.
    /// </summary>
    /// <exception cref="DataException">Nobody would move, or a level is not among those of the study.</exception>
    public ActivationWhatIf WhatIf(LevelMove move) => ActivationWhatIf.Of(this, move);

    /// <summary>Crude and adjusted ratios side by side, three rows an outcome, with the regression that they come from.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"Use by level of patient activation against level 1, {Study.Name}, {Study.Period}: crude and adjusted ratios",
        Columns =
        [
            new("Around a questionnaire"), new("Level"),
            new("Crude", ColumnFormat.Decimal2), new("95% from", ColumnFormat.Decimal2), new("to", ColumnFormat.Decimal2),
            new("Adjusted", ColumnFormat.Decimal2), new("95% from", ColumnFormat.Decimal2), new("to", ColumnFormat.Decimal2),
            new("Model"), new("Questionnaires", ColumnFormat.Count), new("Dispersion", ColumnFormat.Decimal2),
        ],
        RowHeadings = 2,
        IsGrouped = true,
        Rows = [.. Outcomes.SelectMany(fitted => s_compared.Select(level => Row(fitted, level)))],
        Notes =
        [
            $"Ratios are associations: nothing here shows that a higher level is the cause of less use. Adjusted: {AdjustedFor}. Standard errors are clustered by person, because a person's questionnaires are not independent.",
            "Crude and adjusted are from the same questionnaires, those that miss nothing, and of rates a year lived, so that a crude ratio may differ from that of means. A ratio is suppressed where few people at one of its two levels have any of what is counted, and a crude one also where few people's questionnaires at one of them miss something. Dispersion: α of the variance μ + αμ².",
            .. Outcomes.Select(fitted => fitted.Remark).OfType<string>(),
            .. Study.UseNotes,
            .. Study.Notes,
        ],
    };

    /// <summary>What is taken into account, in words.</summary>
    internal string AdjustedFor => Terms.Count == 0 ? "for nothing" : "for " + string.Join(", ", Terms.Select(AdjustedFit.Describe));

    /// <summary>The study that it is of.</summary>
    internal ActivationStudy Study => _use.Study;

    /// <summary>Whether what is told of an outcome at a level is suppressed, because few people there, or few of those fitted, have any.</summary>
    internal bool IsHidden(ActivationOutcome outcome, int level) =>
        _use.IsHidden(outcome, level) || Policy.Suppresses(ActivationStudy.People(_fitted[level].Where(row => Study.Count(row, outcome) > 0)));

    private DisclosurePolicy Policy => Study.Policy;

    /// <summary>A regression with what may be told of it as a whole.</summary>
    private AdjustedOutcome Told(AdjustedOutcome fitted, DisclosedValue questionnaires)
    {
        if (fitted.Adjusted is not { } fit) return fitted;
        var isHidden = IsHidden(fitted.Outcome, 1) || Study.LevelsThatOccur.Where(level => level > 1).All(level => IsHidden(fitted.Outcome, level));
        return fitted with
        {
            Questionnaires = questionnaires,
            Dispersion = fit.Overdispersion is not { } dispersion ? DisclosedValue.Missing : isHidden ? DisclosedValue.Suppressed : Policy.Estimate(dispersion.Value),
        };
    }

    private TableCell[] Row(AdjustedOutcome fitted, int level)
    {
        var outcome = fitted.Outcome;
        var (crude, adjusted) = (CrudeInterval(outcome, level), Interval(outcome, level));
        TableCell[] ratios = [outcome.Name(), $"{level} / 1", CrudeRatio(outcome, level), crude.Low, crude.High, Ratio(outcome, level), adjusted.Low, adjusted.High];
        if (level != s_compared[0] || fitted.Family is not { } family) return [.. ratios, "", "", ""];
        return [.. ratios, family == Family.NegativeBinomial ? "negative binomial" : "Poisson", fitted.Questionnaires, fitted.Dispersion.IsMissing ? "" : fitted.Dispersion];
    }

    private DisclosedValue ShownCrude(ActivationOutcome outcome, int level, Func<Ratio, double> number)
    {
        var shown = Shown(outcome, level, this[outcome].Crude, number);
        return shown.IsShown && (_fewLeftOut.Contains(level) || _fewLeftOut.Contains(1)) ? DisclosedValue.Suppressed : shown;
    }

    private DisclosedValue Shown(ActivationOutcome outcome, int level, CountFit? fit, Func<Ratio, double> number)
    {
        if (!s_compared.Contains(level)) throw new ArgumentOutOfRangeException(nameof(level), level, "Levels 2, 3 and 4 are compared with level 1.");
        if (fit is null) return DisclosedValue.Missing;
        if (IsHidden(outcome, level) || IsHidden(outcome, 1)) return DisclosedValue.Suppressed;
        return Study.LevelsThatOccur.Contains(level) ? Policy.Estimate(number(fit.RateRatio(StudyTable.Level, ActivationStudy.NameOf(level), ActivationStudy.NameOf(1)))) : DisclosedValue.Missing;
    }
}
