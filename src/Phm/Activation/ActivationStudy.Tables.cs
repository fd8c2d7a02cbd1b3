using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.Activation;

public sealed partial record ActivationStudy
{
    private const string Unconfirmed = "UNCONFIRMED CUT-POINTS: they have not been seen in a source; do not quote what rests on them.";

    private static readonly TableColumn s_count = new("", ColumnFormat.Count);

    /// <summary>Questionnaires and people by level.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"Patient activation, {Name}, {Period}: questionnaires and people by level",
        Columns = [new("Level"), new("Questionnaires", ColumnFormat.Count), new("Share", ColumnFormat.Percent), new("People", ColumnFormat.Count), new("Mean score", ColumnFormat.Decimal1)],
        Rows =
        [
            .. Enumerable.Range(1, LevelCounts.Levels).Select(level => (TableCell[])[$"Level {level}", Questionnaires(level), Share(level), People(level), MeanScore(level)]),
            ["All", Questionnaires(), DisclosedValue.Combine(Questionnaires(), Questionnaires(), (part, all) => part / all), People(), MeanScore()],
        ],
        TotalRows = [LevelCounts.Levels],
        Notes =
        [
            PeopleWithSeveral is { IsShown: true, Value: 0 } ? "Questionnaires are not patients, though here no person has several."
                : $"Questionnaires are not patients: {Print(PeopleWithSeveral)} people have several, and who answered at several levels stands at each.",
            LeftOutNote,
            .. Notes,
        ],
    };

    /// <summary>What must stand beneath every table of the study.</summary>
    internal IReadOnlyList<string> Notes =>
    [
        $"Cut-points: {CutPoints}. A level that was recorded without a score is used as it is.",
        .. CutPoints.IsConfirmed ? Array.Empty<string>() : [Unconfirmed],
        .. Policy.IsProtective ? ["Means, deviations, ratios and other estimates are rounded to four significant digits or fewer, so that they do not tell the exact counts that they are made from."] : Array.Empty<string>(),
        Policy.Note,
    ];

    /// <summary>The same in a chart, which has less room.</summary>
    internal string ChartNote => CutPoints.IsConfirmed ? Policy.Note : $"{Unconfirmed} {Policy.Note}";

    /// <summary>How use was counted.</summary>
    internal IReadOnlyList<string> UseNotes =>
    [
        $"Use in {Window}; activity is taken to be complete from {Covered.First} to {Covered.Last}.",
        OverlapNote,
        .. NotTold is { Length: > 0 } ? [$"Not recorded in the data: {NotTold}."] : Array.Empty<string>(),
    ];

    private string OverlapNote
    {
        get
        {
            var overlapping = Studied.Where(row => row.Overlaps).ToArray();
            var isFew = PeopleWithSeveral.IsSuppressed || Policy.Suppresses(People(overlapping)) || Policy.Suppresses(Studied.Length - overlapping.Length);
            return overlapping.Length == 0 && !isFew ? "No person's windows overlap."
                : $"{Print(Policy.Count(overlapping.Length, isFew))} questionnaires share days of their window with another of the same person and count the same events: they are not independent.";
        }
    }

    private string NotTold => string.Join(", ", Vocabulary<ActivationOutcome>.All.Except(Outcomes).Select(outcome => outcome.Name()));

    private string LeftOutNote
    {
        get
        {
            (WindowState Reason, string Words)[] reasons =
            [
                (WindowState.BeyondData, $"whose window of {Window.Days} days reaches beyond the activity in the data ({Covered.First} to {Covered.Last})"),
                (WindowState.BeyondRegistration, "of people who joined or left a practice within the window"),
                (WindowState.NotRegistered, "on a day on which the person was not registered"),
            ];
            var leftOut = reasons.Where(reason => _counts.LeftOut(reason.Reason) is not { IsShown: true, Value: 0 }).Select(reason => $"{Print(_counts.LeftOut(reason.Reason))} {reason.Words}").ToArray();
            return (leftOut.Length == 0 ? $"All {Print(_counts.OfPeriod)} questionnaires of the period are studied."
                : $"Left out of {Print(_counts.OfPeriod)} questionnaires of the period, because use around them is not known: {string.Join("; ", leftOut)}.")
                + " Where the person died, the window ends on that day.";
        }
    }

    /// <summary>A number as a sentence has it.</summary>
    internal static string Print(DisclosedValue value) => s_count.Print(value);
}
