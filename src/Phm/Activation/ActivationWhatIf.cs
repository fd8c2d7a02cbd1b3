using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;
using Phm.Statistics;

namespace Phm.Activation;

/// <summary>
/// What use a year would be expected if people moved to other levels of activation and then used services as those do who are there already
/// and are alike in all that is taken into account. It takes an association to be causal; see <see cref="Assumption"/>.
/// </summary>
/// <remarks>
/// Each person counts once, as at the last questionnaire that is studied. The interval is that of the regression's coefficients (delta
/// method), the people taken as given; it does not hold the doubt whether the association is causal, which is the greater one.
/// </remarks>
public sealed record ActivationWhatIf : Result
{
    /// <summary>What has to be believed for the numbers to hold. It stands wherever they stand.</summary>
    public const string Assumption = "ASSUMPTION: the association of level and use is taken to be causal. Nothing in these data shows that it is: people at a higher level may use less for reasons that also made their level higher. No saving of money is claimed.";

    private readonly AdjustedUse _use;
    private readonly long _people;
    private readonly bool _isHidden;
    private readonly IReadOnlyList<ExpectedUse> _expected;

    private ActivationWhatIf(AdjustedUse use, LevelMove move, Questionnaire[] people, IReadOnlyList<ExpectedUse> expected) =>
        (_use, Move, _people, _isHidden, _expected) = (use, move, people.Length, use.Study.LastLevels.Hides(move, people), expected);

    /// <summary>Who would move to which level.</summary>
    public LevelMove Move { get; }

    /// <summary>
    /// How many people would move. It is hidden where few would, where few of all people would not, and where it would give, with those of another move,
    /// how few are at a level.
    /// </summary>
    public DisclosedValue People => _use.Study.Policy.Count(_people, _isHidden);

    /// <summary>The count of an outcome that is expected in a year of those who would move, where they are.</summary>
    /// <exception cref="ArgumentException">The outcome could not be estimated.</exception>
    public DisclosedValue Expected(ActivationOutcome outcome) => Shown(outcome, expected => expected.PerYear);

    /// <summary>How many more would be expected in a year, or fewer below 0, were the association causal. See <see cref="Assumption"/>.</summary>
    /// <exception cref="ArgumentException">The outcome could not be estimated.</exception>
    public DisclosedValue Difference(ActivationOutcome outcome) => Shown(outcome, expected => expected.Difference);

    /// <summary>The bounds of the 95% interval of <see cref="Difference"/>.</summary>
    /// <exception cref="ArgumentException">The outcome could not be estimated.</exception>
    public (DisclosedValue Low, DisclosedValue High) Interval(ActivationOutcome outcome) =>
        (Shown(outcome, expected => expected.Interval.Low), Shown(outcome, expected => expected.Interval.High));

    internal static ActivationWhatIf Of(AdjustedUse use, LevelMove move)
    {
        ArgumentNullException.ThrowIfNull(move);
        var study = use.Study;
        var columns = use.Terms.SelectMany(term => term.Uses).Distinct().ToArray();
        var people = study.LastOfEachPerson.Where(row => move.To(row.Level) != row.Level).ToArray();
        var table = StudyTable.OfAYear(study, people);
        people = RowSelection.Complete(table.Rows, columns.Select(column => table[column])).Take(people);
        if (people.Length == 0) throw new DataException("Nobody would move: no person's last questionnaire is at a level from which the move leads.");
        var levels = study.LevelsThatOccur;
        if (people.Any(row => !levels.Contains(move.To(row.Level)))) throw new DataException("Nobody in the study is at a level to which people would move, so nothing is known of use there.");
        table = StudyTable.OfAYear(study, people);
        var moved = table.Setting(FactorColumn.Of(StudyTable.Level, Array.ConvertAll(people, row => Array.IndexOf(levels, move.To(row.Level))), [.. levels.Select(ActivationStudy.NameOf)], null));
        return new(use, move, people, [.. use.Outcomes.Where(fitted => fitted.Adjusted is not null).Select(fitted => Expect(fitted, table, moved, move.Name))]);
    }

    /// <summary>The outcomes: what is expected in a year, and how it would differ.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"What if {Move.Name}, {_use.Study.Name}, {_use.Study.Period}: use a year, were the association causal",
        Columns =
        [
            new("In a year"), new("Expected where they are", ColumnFormat.Decimal1), new("Difference if causal (an assumption)", ColumnFormat.Decimal1),
            new("95% from", ColumnFormat.Decimal1), new("to", ColumnFormat.Decimal1), new("As a share", ColumnFormat.Percent),
        ],
        Rows = [.. _expected.Select(Row)],
        Notes =
        [
            Assumption,
            $"{ActivationStudy.Print(People)} people would move, each counted once, as at the last questionnaire. Expected use is that of the adjusted regression, for a year in which they live.",
            "Intervals are those of the regression; they do not hold the doubt whether the association is causal.",
            .. _use.Study.Notes,
        ],
    };

    /// <summary>The outcomes that are estimated.</summary>
    internal IEnumerable<ActivationOutcome> Outcomes => _expected.Select(expected => expected.Outcome);

    /// <summary>The study that it is of.</summary>
    internal ActivationStudy Study => _use.Study;

    private static ExpectedUse Expect(AdjustedOutcome fitted, AnalysisTable now, AnalysisTable moved, string name)
    {
        var mean = AverageContrast.Of(fitted.Adjusted!, name, moved, now, 1);
        var (people, interval) = (now.Rows, mean.Interval());
        return new(fitted.Outcome, fitted.Adjusted!.Predict(now).Sum(prediction => prediction.Mean), people * mean.Estimate, new(people * interval.Low, people * interval.High, interval.Level));
    }

    private TableCell[] Row(ExpectedUse expected)
    {
        var (now, difference, interval) = (Expected(expected.Outcome), Difference(expected.Outcome), Interval(expected.Outcome));
        return [expected.Outcome.Name(), now, difference, interval.Low, interval.High, DisclosedValue.Combine(difference, now, (a, b) => b == 0 ? double.NaN : a / b)];
    }

    /// <summary>Nothing is told where it is hidden how many would move, or where few at a level from or to which they move have any of what is counted.</summary>
    private DisclosedValue Shown(ActivationOutcome outcome, Func<ExpectedUse, double> number)
    {
        var expected = _expected.FirstOrDefault(known => known.Outcome == outcome) ?? throw new ArgumentException($"'{outcome.Name()}' is not among the outcomes that were estimated.", nameof(outcome));
        var levels = Study.LevelsThatOccur.Where(level => Move.To(level) != level);
        var hidden = _isHidden || levels.Any(level => _use.IsHidden(outcome, level) || _use.IsHidden(outcome, Move.To(level)));
        return hidden ? DisclosedValue.Suppressed : Study.Policy.Estimate(number(expected));
    }
}
