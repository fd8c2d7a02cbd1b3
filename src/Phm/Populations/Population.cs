using System.Runtime.CompilerServices;
using Phm.Presentation;

namespace Phm.Populations;

/// <summary>
/// People with their linked records, held in columns and never changed. A cohort is a population too: a list of members over the
/// same columns, so everything that works on one works on the other.
/// </summary>
[TypeFormatterSource(typeof(PopulationFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed partial class Population
{
    private const string Synthetic = "synthetic";

    private readonly int[]? _members;
    private readonly PopulationTables _tables;

    internal Population(PopulationTables tables, int[]? members = null, string? name = null)
    {
        _tables = tables;
        _members = members;
        var systems = Geography.UnitsAt(Level.System);
        IsSynthetic = systems.Any(system => system.Contains(Synthetic, StringComparison.OrdinalIgnoreCase));
        var given = name ?? (systems.Count == 2 ? systems[0] : "Everyone");
        Name = IsSynthetic && !given.Contains(Synthetic, StringComparison.OrdinalIgnoreCase) ? $"{given} ({Synthetic})" : given;
    }

    /// <summary>
    /// Whom it is about, as tables and charts say: the system where there is one; for a cohort the name that it was given. Synthetic people are
    /// called synthetic in it, wherever a picture of them goes.
    /// </summary>
    public string Name { get; }

    /// <summary>Whether nobody of these people exists: their system is called synthetic, as generators call it.</summary>
    public bool IsSynthetic { get; }

    /// <summary>How the cohort was drawn, as it was written, for the audit log; empty where it was not drawn from others.</summary>
    internal string Criterion { get; private init; } = "";

    /// <summary>How many people there are.</summary>
    public int Count => _members?.Length ?? Patients.Count;

    /// <summary>Practices and the units above them.</summary>
    public Geography Geography => _tables.Geography;

    /// <summary>One row a person, for everyone whose columns these are, members or not.</summary>
    public PatientTable Patients => _tables.Patients;

    /// <summary>Contacts, attendances and admissions.</summary>
    public ActivityTable Activity => _tables.Activity;

    /// <summary>Recorded conditions.</summary>
    public DiagnosisTable Diagnoses => _tables.Diagnoses;

    /// <summary>Deficits of the electronic frailty index.</summary>
    public DeficitTable Deficits => _tables.Deficits;

    /// <summary>Measurements of the body and of blood.</summary>
    public MeasurementTable Measurements => _tables.Measurements;

    /// <summary>Medicines.</summary>
    public MedicationTable Medications => _tables.Medications;

    /// <summary>Measurements of patient activation.</summary>
    public ActivationTable Activations => _tables.Activations;

    /// <summary>Assessments of quality of life and anxiety.</summary>
    public AssessmentTable Assessments => _tables.Assessments;

    /// <summary>Programmes that people took part in.</summary>
    public InterventionTable Interventions => _tables.Interventions;

    /// <summary>The name, and what can be asked of any population in a period.</summary>
    public override string ToString() => $"{Name}: a population. Ask it for .AgeAndSex(year), .Conditions(year), .Services(year), .Concentration(year) or .PatientActivation(year), apply a SegmentationScheme to it, or draw a cohort with .Where(year, p => …).";

    /// <summary>The columns, whoever of the people in them are members.</summary>
    internal PopulationTables Tables => _tables;

    /// <summary>
    /// The cohort of those who were present in a period and meet a criterion, as in
    /// <c>kent.Where(year, p => p.Age >= 75 &amp;&amp; p.Has(Condition.HeartFailure))</c>.
    /// </summary>
    /// <param name="period">The period in which each person is seen.</param>
    /// <param name="criterion">Who is in.</param>
    /// <param name="name">What tables and charts call the cohort; "a cohort of …" where none is given.</param>
    /// <param name="written">The criterion as it is written in the source, filled in by the compiler; an audit log says by it whom a list holds.</param>
    public Population Where(Period period, Func<Person, bool> criterion, string? name = null, [CallerArgumentExpression(nameof(criterion))] string written = "")
    {
        var members = Fold(period, () => new List<int>(), (list, person) =>
        {
            if (criterion(person)) list.Add(person.Index);
        }, (list, more) => list.AddRange(more));
        return new(_tables, [.. members], name ?? $"a cohort of {Name}") { Criterion = (Criterion.Length > 0 ? Criterion + "; of them " : "") + $"{period}: {written}" };
    }

    /// <summary>Says so where an analysis needs a table that did not come with the data; without it every count of its rows would be 0.</summary>
    /// <param name="table">The table, one of this population's.</param>
    /// <param name="what">What needs it, as the start of a sentence.</param>
    /// <exception cref="DataException">The table did not come.</exception>
    internal void Require(EventTable table, string what)
    {
        if (!table.IsAvailable) throw Absent(table, what);
    }

    /// <summary>
    /// Says so where an analysis is asked of a period of which the data hold nothing: people and their conditions would be counted as if they
    /// were known, and every count of their use would be 0. A cohort has the coverage of the data that it was drawn from.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="what">What is asked, as the start of a sentence.</param>
    /// <returns>A sentence for beneath its tables where the period is covered in part, otherwise nothing.</returns>
    /// <exception cref="DataException">No day of the period is covered.</exception>
    internal string RequireCovered(Period period, string what) => Tables.Coverage.Require(period, what);

    /// <summary>The error of a table that did not come.</summary>
    internal DataException Absent(EventTable table, string what)
    {
        var name = Tables.Events.Single(named => ReferenceEquals(named.Table, table)).Name;
        return new($"{what} needs the table '{name}', which did not come with the data. Import the data with '{name}', or leave out what needs it.");
    }

    /// <summary>Whether someone was alive and registered on any day of a period.</summary>
    internal bool IsPresent(int patient, Period period) => new Presence(Patients, period).Contains(patient);

    /// <summary>On how many days of a period someone was alive and registered.</summary>
    internal int DaysPresent(int patient, Period period)
    {
        if (!IsPresent(patient, period)) return 0;
        var patients = Patients;
        var flags = patients.Flags.Span[patient];
        var (first, last) = (period.First, period.Last);
        if (patients.Birth.Span[patient] > first) first = patients.Birth.Span[patient];
        if ((flags & PatientFlags.HasRegisteredFrom) != 0 && patients.RegisteredFrom.Span[patient] > first) first = patients.RegisteredFrom.Span[patient];
        if ((flags & PatientFlags.HasRegisteredTo) != 0 && patients.RegisteredTo.Span[patient] < last) last = patients.RegisteredTo.Span[patient];
        if ((flags & PatientFlags.HasDeath) != 0 && patients.Death.Span[patient] < last) last = patients.Death.Span[patient];
        return Math.Max(0, last.DaysSince(first) + 1);
    }

    /// <summary>Whether someone died before a day.</summary>
    internal bool DiedBefore(int patient, Day day) => (Patients.Flags.Span[patient] & PatientFlags.HasDeath) != 0 && Patients.Death.Span[patient] < day;

    /// <summary>The conditions that someone lived with on any day of a period.</summary>
    internal ConditionSet ConditionsOf(int patient, Period period) => new ConditionHistory(Diagnoses, period).Of(patient);

    internal int PatientAt(int position) => _members is null ? position : _members[position];
}
