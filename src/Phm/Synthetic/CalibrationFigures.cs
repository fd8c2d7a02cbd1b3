using Phm.Disclosure;
using Phm.Populations;
using Phm.Segmentation;

namespace Phm.Synthetic;

/// <summary>The published figures and how each is computed from the counts of a population.</summary>
internal static class CalibrationFigures
{
    private const string Qof = "QOF 2019/20, Kent and Medway";
    private const string Efi = "Clegg 2016 as given by frailtytoolkit.org";

    private const string WalshConflict = "Walsh 2023 transitions stand against Fogg 2022 prevalence: where deficits are never withdrawn, 48 per 1,000 fit person-years "
        + "from 50 to 64 would make about 4 in 10 frail by 65, not 1 in 10 of that age. Prevalence is met here, so the transitions are slower than published.";

    private const string RedCrossConflict = "British Red Cross 2021 is of England, where fewer attend A&E. At the 0.57 attendances a head of Kent and Medway, 0.67% of people with 16% of "
        + "attendances would attend 14 times a year each. Their share of attendances and of admissions is met here, so they are more people than published.";

    private static readonly (Condition Condition, double Percent, int FromAge)[] Registers =
    [
        (Condition.Hypertension, 14.79, 0), (Condition.Depression, 12.94, 18), (Condition.Diabetes, 6.99, 17), (Condition.Asthma, 6.01, 0), (Condition.Copd, 2.06, 0),
        (Condition.CoronaryHeartDisease, 2.89, 0), (Condition.HeartFailure, 0.77, 0), (Condition.AtrialFibrillation, 2.28, 0), (Condition.Stroke, 1.76, 0),
        (Condition.Dementia, 0.77, 0), (Condition.SeriousMentalIllness, 0.81, 0), (Condition.LearningDisability, 0.46, 0), (Condition.ChronicKidneyDisease, 4.40, 18), (Condition.Cancer, 3.45, 0),
    ];

    public static IEnumerable<CalibrationFigure> Of(Population population, Period period, CalibrationCounts c) =>
        [.. Demography(c), .. Conditions(c), .. Frailty(c), .. Use(c), .. Spend(population, period), .. Activation(population)];

    private static IEnumerable<CalibrationFigure> Demography(CalibrationCounts c)
    {
        var of65 = c.ByAge.Skip(65).Sum() / (double)c.People;
        yield return new("People aged 65 and over", 0.2003, of65, 0.08, "D", "ONS mid-2020, Kent and Medway");
        yield return new("Life expectancy at birth, men (years)", 79.8, LifeExpectancy(c, 1), 0.02, "D", "ONS England 2017-19");
        yield return new("Life expectancy at birth, women (years)", 83.4, LifeExpectancy(c, 0), 0.02, "D", "ONS England 2017-19");
        yield return new("People of 65 and over in a care home", 0.025, c.CareHomeOf65 / (double)c.Of65, 0.20, "C", "Census 2021, England and Wales");
    }

    private static IEnumerable<CalibrationFigure> Conditions(CalibrationCounts c)
    {
        foreach (var (condition, percent, fromAge) in Registers)
        {
            var cases = Enumerable.Range(fromAge, 111 - fromAge).Sum(age => c.ConditionAt[(int)condition * 111 + age]);
            yield return new($"Prevalence of {condition.Name().ToLowerInvariant()}" + (fromAge > 0 ? $", {fromAge} and over" : ""),
                percent / 100, cases / (double)c.OnFirstDay.Skip(fromAge).Sum(), percent < 1 ? 0.15 : 0.08, "C", Qof);
        }
        var adults = c.AdultsByFifth.Sum();
        yield return new("Adults with 2 or more long-term conditions (32 counted here, 36 there)", 0.272, c.MultimorbidAdultsByFifth.Sum() / (double)adults, 0.08, "C", "Cassell 2018");
        yield return new("the same, most deprived fifth", 0.300, c.MultimorbidAdultsByFifth[0] / (double)c.AdultsByFifth[0], 0.12, "C", "Cassell 2018");
        yield return new("the same, least deprived fifth", 0.258, c.MultimorbidAdultsByFifth[4] / (double)c.AdultsByFifth[4], 0.12, "C", "Cassell 2018");
        foreach (var (condition, ratio) in ((Condition, double)[])[(Condition.Copd, 1.735), (Condition.Diabetes, 1.461), (Condition.Depression, 1.286)])
        {
            yield return new($"{condition.Name()}, most to least deprived tenth (ratio)", ratio, DecileRatio(c, condition), 0.20, "D", "QOF 2019/20, England, by IMD decile");
        }
    }

    private static IEnumerable<CalibrationFigure> Frailty(CalibrationCounts c)
    {
        yield return new("Frail (eFI, 5 or more deficits) at 50-64", 0.10, 1 - c.Frailty50[0] / (double)c.Frailty50.Sum(), 0.15, "C", "Fogg 2022");
        yield return new("Frail (eFI) at 65 and over", 0.437, 1 - c.Frailty65[0] / (double)c.Frailty65.Sum(), 0.12, "C", "Fogg 2022");
        foreach (var (band, name, share, tolerance) in ((int, string, double, double)[])[(0, "Fit", 0.50, 0.15), (1, "Mild", 0.35, 0.15), (2, "Moderate", 0.12, 0.25), (3, "Severe", 0.03, 0.50)])
        {
            yield return new($"{name} (eFI) among people of 65 and over", share, c.Frailty65[band] / (double)c.Frailty65.Sum(), tolerance, "M", Efi);
        }
        foreach (var (group, name, probability) in ((int, string, double)[])[(0, "50-64", 0.047), (1, "65-74", 0.122), (2, "75-84", 0.193), (3, "85+", 0.316)])
        {
            yield return new($"Fit to frail within a year at {name}", probability, c.FrailAtEnd[group] / (double)c.FitAtStart[group], 0.40, "D", "Walsh 2023, rate made a probability") { Conflict = WalshConflict };
        }
    }

    private static IEnumerable<CalibrationFigure> Use(CalibrationCounts c)
    {
        double PerHead(PointOfDelivery point) => c.Contacts[(int)point] / c.PersonYears;
        double OfMultimorbid(params PointOfDelivery[] points) => points.Sum(p => c.ContactsOfMultimorbidAdults[(int)p]) / (double)points.Sum(p => c.ContactsOfAdults[(int)p]);
        yield return new("GP appointments a head", 5.8, PerHead(PointOfDelivery.GeneralPractice), 0.05, "C", "Kent and Medway");
        yield return new("A&E attendances a head", 0.5715, PerHead(PointOfDelivery.AccidentAndEmergency), 0.05, "D", "NHS England 2023/24, Kent and Medway");
        yield return new("Emergency admissions a head", 0.1192, PerHead(PointOfDelivery.EmergencyAdmission), 0.06, "D", "NHS England 2023/24, Kent and Medway");
        yield return new("Share of A&E attendances by people of 65 and over", 0.22, c.AttendancesOf65 / (double)c.Contacts[(int)PointOfDelivery.AccidentAndEmergency], 0.15, "C", "NHS Digital 2019-20");
        yield return new("People with 5 or more A&E visits in a year", 0.0067, c.HighIntensityPeople / (double)c.People, 0.35, "C", "British Red Cross 2021") { Conflict = RedCrossConflict };
        yield return new("their share of A&E attendances", 0.16, c.HighIntensityAttendances / (double)c.Contacts[(int)PointOfDelivery.AccidentAndEmergency], 0.35, "C", "British Red Cross 2021");
        yield return new("their share of emergency admissions", 0.26, c.HighIntensityAdmissions / (double)c.Contacts[(int)PointOfDelivery.EmergencyAdmission], 0.35, "C", "British Red Cross 2021");
        yield return new("Share of GP consultations by the top tenth of those who consult", 0.43, TopTenth(c.Consultations), 0.15, "C", "Kontopantelis 2021");
        yield return new("Share of adult GP consultations by people with 2+ conditions", 0.529, OfMultimorbid(PointOfDelivery.GeneralPractice), 0.15, "C", "Cassell 2018");
        yield return new("Share of adult hospital admissions by people with 2+ conditions", 0.561, OfMultimorbid(PointOfDelivery.EmergencyAdmission, PointOfDelivery.ElectiveAdmission, PointOfDelivery.DayCase), 0.15, "C", "Cassell 2018");
        yield return new("People in contact with mental health services", 0.066, c.InMentalHealthContact / (double)c.People, 0.25, "C", "Mental Health Bulletin 2023-24");
        yield return new("Emergency admissions without a night", 1 / 3.0, c.ZeroDayStays / (double)c.Stays, 0.05, "C", "Health Foundation 2018");
        yield return new("Nights of an emergency stay with a night", 7.9, c.StayNights / (double)c.OvernightStays, 0.10, "C", "Health Foundation 2023");
        yield return new("Nights of such a stay at 85 and over", 10.8, c.OldStayNights / (double)c.OldOvernightStays, 0.15, "C", "Health Foundation 2023");
    }

    private static IEnumerable<CalibrationFigure> Spend(Population population, Period period)
    {
        // Synthetic people need no protection, and a calibration must not fail because a small population has too few to show.
        var policy = DisclosurePolicy.UnprotectedForSyntheticDataOnly;
        var care = SpendConcentration.Of(population, period, policy, PointOfDelivery.GeneralPractice, PointOfDelivery.Prescribing, PointOfDelivery.AccidentAndEmergency,
            PointOfDelivery.EmergencyAdmission, PointOfDelivery.ElectiveAdmission, PointOfDelivery.DayCase, PointOfDelivery.Outpatient);
        var hospital = SpendConcentration.Of(population, period, policy, PointOfDelivery.AccidentAndEmergency, PointOfDelivery.EmergencyAdmission,
            PointOfDelivery.ElectiveAdmission, PointOfDelivery.DayCase, PointOfDelivery.Outpatient);
        yield return new("Share of primary, hospital and drug spend on the costliest 5%", 0.50, Share(care, 0.05), 0.12, "C", "Health Foundation 2019");
        yield return new("Share of hospital spend on the costliest 1%", 0.32, Share(hospital, 0.01), 0.15, "C", "IFS WP15/21");
    }

    private static IEnumerable<CalibrationFigure> Activation(Population population)
    {
        var levels = new long[4];
        foreach (var score in population.Activations.Score.Span) levels[score >= 72.5f ? 3 : score >= 55.2f ? 2 : score >= 47.1f ? 1 : 0]++;
        foreach (var (level, share) in ((int, double)[])[(0, 0.220), (1, 0.190), (2, 0.456), (3, 0.133)])
        {
            yield return new($"Questionnaires at activation level {level + 1}", share, levels[level] / (double)levels.Sum(), 0.15, "D", "Barker 2018");
        }
    }

    private static double Share(SpendConcentration spend, double topShare) => spend.ShareOfSpend(topShare) is { IsShown: true } share ? share.Value : double.NaN;

    private static double TopTenth(List<int> consultations)
    {
        var sorted = consultations.Order().ToArray();
        return sorted[^(sorted.Length / 10)..].Sum(n => (double)n) / sorted.Sum(n => (double)n);
    }

    private static double DecileRatio(CalibrationCounts c, Condition condition) =>
        c.ConditionByDecile[(int)condition * 10] / (double)c.PeopleByDecile[0] / (c.ConditionByDecile[(int)condition * 10 + 9] / (double)c.PeopleByDecile[9]);

    /// <summary>Period life expectancy by single years; ages with no one present take the rate of the age before.</summary>
    private static double LifeExpectancy(CalibrationCounts c, int sex)
    {
        var (alive, years, rate) = (1.0, 0.0, 0.0);
        for (var age = 0; age < 105; age++)
        {
            var exposure = c.YearsAt[sex * 111 + age];
            if (exposure > 5) rate = c.DeathsAt[sex * 111 + age] / exposure;
            var survivors = alive * Math.Exp(-rate);
            years += rate > 0 ? (alive - survivors) / rate : alive;
            alive = survivors;
        }
        return years;
    }
}
