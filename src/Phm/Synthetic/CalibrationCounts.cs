using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>What one pass over a population counts for the calibration.</summary>
internal sealed class CalibrationCounts
{
    private static readonly int Points = Vocabulary<PointOfDelivery>.All.Count;

    public long People { get; private set; }

    public double PersonYears { get; private set; }

    public long[] ByAge { get; } = new long[111];

    /// <summary>People present on the first day by completed age; registers are counted on that day.</summary>
    public long[] OnFirstDay { get; } = new long[111];

    /// <summary>Deaths and person-years by sex and completed age in the middle of the period.</summary>
    public double[] DeathsAt { get; } = new double[2 * 111];

    public double[] YearsAt { get; } = new double[2 * 111];

    /// <summary>People by condition and completed age.</summary>
    public long[] ConditionAt { get; } = new long[64 * 111];

    public long[] MultimorbidAdultsByFifth { get; } = new long[5];

    public long[] AdultsByFifth { get; } = new long[5];

    public long[] ConditionByDecile { get; } = new long[64 * 10];

    public long[] PeopleByDecile { get; } = new long[10];

    /// <summary>People of 65 and over by eFI band; people of 50 to 64 by eFI band.</summary>
    public long[] Frailty65 { get; } = new long[4];

    public long[] Frailty50 { get; } = new long[4];

    /// <summary>People who were fit on the first day and present on the last, by age group 50-64, 65-74, 75-84, 85+; and those of them frail then.</summary>
    public long[] FitAtStart { get; } = new long[4];

    public long[] FrailAtEnd { get; } = new long[4];

    public long[] Contacts { get; } = new long[Points];

    public long[] ContactsOfMultimorbidAdults { get; } = new long[Points];

    public long[] ContactsOfAdults { get; } = new long[Points];

    public long AttendancesOf65 { get; private set; }

    public long HighIntensityPeople { get; private set; }

    public long HighIntensityAttendances { get; private set; }

    public long HighIntensityAdmissions { get; private set; }

    public long InMentalHealthContact { get; private set; }

    public long Of65 { get; private set; }

    public long CareHomeOf65 { get; private set; }

    public List<int> Consultations { get; } = [];

    public long ZeroDayStays { get; private set; }

    public long Stays { get; private set; }

    public long StayNights { get; private set; }

    public long OvernightStays { get; private set; }

    public long OldStayNights { get; private set; }

    public long OldOvernightStays { get; private set; }

    public static CalibrationCounts Of(Population population, Period period) => population.Fold(period,
        () => new CalibrationCounts(), (counts, person) => counts.Add(population, person), (counts, more) => counts.Merge(more));

    private void Add(Population population, Person person)
    {
        var period = person.Period;
        var age = Math.Min(110, person.Age);
        var sex = person.Sex == Sex.Male ? 1 : 0;
        var years = population.DaysPresent(person.Index, period) / 365.25;
        People++;
        PersonYears += years;
        ByAge[age]++;
        // Over the year people are as old as in its middle; by their age on the first day everyone would seem to die half a year too soon.
        var middle = Math.Min(110, period.First.Plus(period.Days / 2).AgeOf(person.Birth));
        YearsAt[sex * 111 + middle] += years;
        if (person.Died) DeathsAt[sex * 111 + middle]++;
        if (population.IsPresent(person.Index, FirstDay(period))) AddConditions(new Person(population, person.Index, FirstDay(period)), age);
        AddFrailty(population, person, age);
        AddUse(population, person, age);
        if (age < 65) return;
        Of65++;
        if (person.LivesInCareHome) CareHomeOf65++;
    }

    private void AddConditions(Person person, int age)
    {
        OnFirstDay[age]++;
        foreach (var condition in Vocabulary<Condition>.All)
        {
            if (!person.Has(condition)) continue;
            ConditionAt[(int)condition * 111 + age]++;
            if (person.DeprivationDecile is { } decile) ConditionByDecile[(int)condition * 10 + decile - 1]++;
        }
        if (person.DeprivationDecile is { } own) PeopleByDecile[own - 1]++;
        if (age < 18 || person.DeprivationQuintile is not { } fifth) return;
        AdultsByFifth[fifth - 1]++;
        if (person.LongTermConditions >= 2) MultimorbidAdultsByFifth[fifth - 1]++;
    }

    private void AddFrailty(Population population, Person person, int age)
    {
        if (age < 50) return;
        var deficits = person.Deficits;
        (age >= 65 ? Frailty65 : Frailty50)[deficits switch { >= 13 => 3, >= 9 => 2, >= 5 => 1, _ => 0 }]++;
        if (population.DaysPresent(person.Index, person.Period) < person.Period.Days) return;
        var before = new Person(population, person.Index, FirstDay(person.Period)).Deficits;
        if (before >= 5) return;
        var group = age switch { >= 85 => 3, >= 75 => 2, >= 65 => 1, _ => 0 };
        FitAtStart[group]++;
        if (deficits >= 5) FrailAtEnd[group]++;
    }

    private static Period FirstDay(Period period) => new(period.First, period.First);

    private void AddUse(Population population, Person person, int age)
    {
        Span<int> uses = stackalloc int[Points];
        foreach (var point in Vocabulary<PointOfDelivery>.All) uses[(int)point] = person.Uses(point);
        for (var p = 0; p < Points; p++)
        {
            Contacts[p] += uses[p];
            if (age < 18) continue;
            ContactsOfAdults[p] += uses[p];
            if (person.LongTermConditions >= 2) ContactsOfMultimorbidAdults[p] += uses[p];
        }
        var attendances = uses[(int)PointOfDelivery.AccidentAndEmergency];
        if (age >= 65) AttendancesOf65 += attendances;
        if (attendances >= 5)
        {
            HighIntensityPeople++;
            HighIntensityAttendances += attendances;
            HighIntensityAdmissions += uses[(int)PointOfDelivery.EmergencyAdmission];
        }
        if (uses[(int)PointOfDelivery.MentalHealth] > 0) InMentalHealthContact++;
        if (uses[(int)PointOfDelivery.GeneralPractice] > 0) Consultations.Add(uses[(int)PointOfDelivery.GeneralPractice]);
        AddStays(population, person, age);
    }

    private void AddStays(Population population, Person person, int age)
    {
        var activity = population.Activity;
        foreach (var row in activity.RowsIn(person.Index, person.Period))
        {
            var point = activity.Point.Span[row];
            // A stay that death cut short tells nothing of how long stays are meant to be, but it is a stay; it counts.
            if (point != PointOfDelivery.EmergencyAdmission) continue;
            var nights = activity.End.Span[row].DaysSince(activity.Date.Span[row]);
            Stays++;
            if (nights == 0)
            {
                ZeroDayStays++;
                continue;
            }
            OvernightStays++;
            StayNights += nights;
            if (age < 85) continue;
            OldOvernightStays++;
            OldStayNights += nights;
        }
    }

    private void Merge(CalibrationCounts more)
    {
        People += more.People;
        PersonYears += more.PersonYears;
        AttendancesOf65 += more.AttendancesOf65;
        HighIntensityPeople += more.HighIntensityPeople;
        HighIntensityAttendances += more.HighIntensityAttendances;
        HighIntensityAdmissions += more.HighIntensityAdmissions;
        InMentalHealthContact += more.InMentalHealthContact;
        Of65 += more.Of65;
        CareHomeOf65 += more.CareHomeOf65;
        ZeroDayStays += more.ZeroDayStays;
        Stays += more.Stays;
        StayNights += more.StayNights;
        OvernightStays += more.OvernightStays;
        OldStayNights += more.OldStayNights;
        OldOvernightStays += more.OldOvernightStays;
        Consultations.AddRange(more.Consultations);
        foreach (var (into, from) in ((long[], long[])[])[(ByAge, more.ByAge), (OnFirstDay, more.OnFirstDay), (ConditionAt, more.ConditionAt), (MultimorbidAdultsByFifth, more.MultimorbidAdultsByFifth),
            (AdultsByFifth, more.AdultsByFifth), (ConditionByDecile, more.ConditionByDecile), (PeopleByDecile, more.PeopleByDecile),
            (Frailty65, more.Frailty65), (Frailty50, more.Frailty50), (FitAtStart, more.FitAtStart), (FrailAtEnd, more.FrailAtEnd),
            (Contacts, more.Contacts), (ContactsOfMultimorbidAdults, more.ContactsOfMultimorbidAdults), (ContactsOfAdults, more.ContactsOfAdults)])
        {
            for (var i = 0; i < into.Length; i++) into[i] += from[i];
        }
        for (var i = 0; i < DeathsAt.Length; i++)
        {
            DeathsAt[i] += more.DeathsAt[i];
            YearsAt[i] += more.YearsAt[i];
        }
    }
}
