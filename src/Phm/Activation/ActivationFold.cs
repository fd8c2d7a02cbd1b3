using Phm.Populations;

namespace Phm.Activation;

/// <summary>Finds the questionnaires of a period and counts the use around each: one pass over people, linear in their rows.</summary>
internal sealed class ActivationFold
{
    private readonly Population _population;
    private readonly Period _period;
    private readonly Period _covered;
    private readonly CutPoints _cutPoints;
    private readonly UseWindow _window;
    private readonly bool _knowsConditions;

    private ActivationFold(Population population, Period period, Period covered, CutPoints cutPoints, UseWindow window)
    {
        (_population, _period, _covered, _cutPoints, _window) = (population, period, covered, cutPoints, window);
        _knowsConditions = population.Diagnoses.IsAvailable;
    }

    public static QuestionnaireRows Run(Population population, Period period, Period covered, CutPoints cutPoints, UseWindow window, int? threads = null)
    {
        var fold = new ActivationFold(population, period, covered, cutPoints, window);
        return population.FoldPartitions(() => new QuestionnaireRows(), fold.Add, (rows, later) => rows.Append(later), threads);
    }

    private void Add(QuestionnaireRows rows, Partition partition)
    {
        var offsets = _population.Activations.Offsets.Span;
        var counter = new UseCounter(_population.Activity);
        for (var position = partition.Start; position < partition.End; position++)
        {
            var patient = partition.PatientAt(position);
            if (offsets[patient] < offsets[patient + 1]) AddPerson(rows, counter, patient);
        }
    }

    private void AddPerson(QuestionnaireRows rows, UseCounter counter, int patient)
    {
        var table = _population.Activations;
        var own = new List<(Questionnaire Row, Period Window)>();
        foreach (var row in table.RowsIn(patient, _period))
        {
            var day = table.Date.Span[row];
            var (state, window) = WindowOf(patient, day);
            own.Add((Seen(patient, day, row) with { Window = state, Days = window.Days }, window));
        }
        for (var i = 0; i < own.Count; i++)
        {
            var (row, window) = own[i];
            if (row.Window == WindowState.Whole) rows.Add(row with { Overlaps = Overlaps(own, i) }, counter.Count(patient, window));
            else rows.Add(row);
        }
    }

    /// <summary>The person as seen on the day of a questionnaire.</summary>
    private Questionnaire Seen(int patient, Day day, int row)
    {
        var (table, person) = (_population.Activations, new Person(_population, patient, new Period(day, day)));
        var level = (int)table.Level.Span[row];
        var score = table.Score.Span[row];
        return new()
        {
            Patient = patient,
            Date = day,
            Level = level > 0 ? level : _cutPoints.LevelOf(score),
            Score = level > 0 ? null : score,
            Age = person.Age,
            Sex = person.Sex,
            DeprivationDecile = person.DeprivationDecile,
            PhysicalConditions = _knowsConditions ? person.PhysicalConditions : Questionnaire.NotKnown,
            MentalConditions = _knowsConditions ? person.MentalConditions : Questionnaire.NotKnown,
        };
    }

    /// <summary>
    /// The days in which use counts. Death ends a window and leaves it whole: nothing that happened is missing, and to leave out who died
    /// would leave out the illest. Whoever joined or left a practice in between used services that the data do not have.
    /// </summary>
    private (WindowState State, Period Window) WindowOf(int patient, Day day)
    {
        var (patients, window) = (_population.Patients, _window.Around(day));
        if (!_population.IsPresent(patient, new Period(day, day))) return (WindowState.NotRegistered, window);
        var flags = patients.Flags.Span[patient];
        if ((flags & PatientFlags.HasDeath) != 0 && patients.Death.Span[patient] < window.Last) window = new(window.First, patients.Death.Span[patient]);
        if (window.First < _covered.First || window.Last > _covered.Last) return (WindowState.BeyondData, window);
        var joined = (flags & PatientFlags.HasRegisteredFrom) != 0 && patients.RegisteredFrom.Span[patient] > window.First;
        var left = (flags & PatientFlags.HasRegisteredTo) != 0 && patients.RegisteredTo.Span[patient] < window.Last;
        return (joined || left ? WindowState.BeyondRegistration : WindowState.Whole, window);
    }

    /// <summary>Whether a window shares days with that of another questionnaire of the person that is whole.</summary>
    private static bool Overlaps(List<(Questionnaire Row, Period Window)> own, int i)
    {
        var window = own[i].Window;
        for (var k = 0; k < own.Count; k++)
        {
            if (k != i && own[k].Row.Window == WindowState.Whole && own[k].Window.First <= window.Last && own[k].Window.Last >= window.First) return true;
        }
        return false;
    }
}
