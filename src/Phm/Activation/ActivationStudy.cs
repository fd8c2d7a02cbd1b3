using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;
using Phm.Statistics;

namespace Phm.Activation;

/// <summary>
/// The questionnaires of patient activation of a period, each linked to the use of services around it: how many at each level, what use
/// goes with a level, crude and adjusted, who was not measured, and how unequal activation is.
/// </summary>
/// <remarks>
/// The rows of the study are questionnaires, not patients: a person may have several. Rows of a person are not independent, and models
/// made from them are clustered by person. A questionnaire is studied where its whole window lies in the data and in the person's
/// registration; where the person died in the window, it ends on that day.
/// </remarks>
public sealed partial record ActivationStudy : Result
{
    private readonly Population _population;
    private readonly QuestionnaireRows _rows;
    private readonly LevelCounts _counts;
    private readonly Lazy<Questionnaire[]> _studied;
    private readonly Lazy<CrudeUse> _crude;
    private readonly Lazy<AdjustedUse> _usual;
    private readonly Lazy<DeprivationGroups> _deprivation;
    private readonly Lazy<LastLevels> _lastLevels;

    internal ActivationStudy(Population population, QuestionnaireRows rows, DisclosurePolicy policy)
    {
        (_population, _rows, Policy) = (population, rows, policy);
        _counts = new(rows, policy);
        _studied = new(() => rows.Where(row => row.Window == WindowState.Whole));
        _crude = new(() => new(this));
        _usual = new(() => AdjustedFit.Of(CrudeUse, null, null));
        _deprivation = new(() => new(this));
        _lastLevels = new(() => new(this));
    }

    /// <summary>Whom it is about.</summary>
    public string Name => _population.Name;

    /// <summary>Whether nobody of them exists.</summary>
    public bool IsSynthetic => _population.IsSynthetic;

    /// <summary>The period in which the questionnaires were answered.</summary>
    public required Period Period { get; init; }

    /// <summary>The days of which the data are taken to hold all activity.</summary>
    public required Period Covered { get; init; }

    /// <summary>How scores became levels.</summary>
    public required CutPoints CutPoints { get; init; }

    /// <summary>The days around a questionnaire in which use was counted.</summary>
    public required UseWindow Window { get; init; }

    /// <summary>The policy by which numbers are shown.</summary>
    public DisclosurePolicy Policy { get; }

    /// <summary>The outcomes that the data tell, in order: all, but those of missed appointments or of minor attendances where no row says which these are.</summary>
    public required IReadOnlyList<ActivationOutcome> Outcomes { get; init; }

    /// <summary>The same study under another policy.</summary>
    public ActivationStudy Under(DisclosurePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new(_population, _rows, policy) { Period = Period, Covered = Covered, CutPoints = CutPoints, Window = Window, Outcomes = Outcomes };
    }

    /// <summary>Questionnaires at a level, 1 to 4; of all levels where none is named.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public DisclosedValue Questionnaires(int? level = null) => _counts.Questionnaires(Checked(level));

    /// <summary>People with a questionnaire at a level, 1 to 4; at any where none is named. Who answered at several levels counts at each.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public DisclosedValue People(int? level = null) => _counts.People(Checked(level));

    /// <summary>People with several questionnaires.</summary>
    public DisclosedValue PeopleWithSeveral => _counts.PeopleWithSeveral;

    /// <summary>The share of questionnaires at a level, from numbers as shown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public DisclosedValue Share(int level) => DisclosedValue.Combine(Questionnaires(level), Questionnaires(), (part, all) => all == 0 ? double.NaN : part / all);

    /// <summary>The mean score of questionnaires at a level, 1 to 4, or at any; missing where levels alone were recorded, suppressed where few people have a score, and at any where it is at a level.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public DisclosedValue MeanScore(int? level = null)
    {
        var at = Checked(level);
        if (at == 0 && Enumerable.Range(1, LevelCounts.Levels).Any(one => MeanScore(one).IsSuppressed)) return DisclosedValue.Suppressed;
        var scored = Studied.Where(row => (at == 0 || row.Level == at) && row.Score.HasValue).ToArray();
        return _counts.IsHidden(at) || Policy.Suppresses(People(scored)) ? DisclosedValue.Suppressed
            : scored.Length == 0 ? DisclosedValue.Missing
            : Policy.Estimate(scored.Average(row => (double)row.Score!.Value));
    }

    /// <summary>
    /// The table of the study for a regression, one row a questionnaire: <c>Person</c> (a running number, to cluster by),
    /// <c>ActivationLevel</c> (a factor, reference 1), <c>Score</c>, <c>Years</c> (of the window that the person lived), <c>Age</c>,
    /// <c>Sex</c>, <c>ImdDecile</c>, <c>PhysicalConditions</c>, <c>MentalConditions</c>, and the count of each of <see cref="Outcomes"/> under
    /// its name, as <c>EmergencyAdmissions</c>.
    /// </summary>
    /// <remarks>Age, deprivation and conditions are those of the day of the questionnaire. The columns of conditions are there where the data came with diagnoses.</remarks>
    public AnalysisTable Table() => StudyTable.Of(this, Studied);

    /// <summary>The questionnaires that are studied.</summary>
    internal Questionnaire[] Studied => _studied.Value;

    /// <summary>The last studied questionnaire of each person.</summary>
    internal Questionnaire[] LastOfEachPerson => _rows.LastOfEachPerson(row => row.Window == WindowState.Whole);

    /// <summary>The last questionnaire of each person in the period, whether or not use could be counted around it.</summary>
    internal Questionnaire[] LastMeasured => _rows.LastOfEachPerson(row => row.Window != WindowState.NotRegistered);

    /// <summary>The levels at which there is a questionnaire, rising.</summary>
    internal int[] LevelsThatOccur => [.. Enumerable.Range(1, LevelCounts.Levels).Where(level => _counts.Exactly(level) > 0)];

    internal Population Population => _population;

    internal LevelCounts Counts => _counts;

    /// <summary>Who was measured, and at which level, by deprivation.</summary>
    internal DeprivationGroups Deprivation => _deprivation.Value;

    /// <summary>How many people were at each level at last.</summary>
    internal LastLevels LastLevels => _lastLevels.Value;

    /// <summary>What was counted around a studied questionnaire.</summary>
    internal int Count(Questionnaire row, ActivationOutcome outcome) => _rows.Count(row, outcome);

    /// <summary>The name of a level as a category of a model.</summary>
    internal static string NameOf(int level) => level.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>How many people answered some questionnaires, which lie in the order of people.</summary>
    internal static long People(IEnumerable<Questionnaire> rows)
    {
        var (people, last) = (0L, -1);
        foreach (var row in rows)
        {
            if (row.Patient != last) people++;
            last = row.Patient;
        }
        return people;
    }

    private static int Checked(int? level) => level switch
    {
        null => 0,
        >= 1 and <= LevelCounts.Levels => level.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "A level of patient activation is 1, 2, 3 or 4."),
    };
}
