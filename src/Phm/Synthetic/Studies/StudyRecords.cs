using System.Globalization;
using Phm.Populations;

namespace Phm.Synthetic.Studies;

/// <summary>Writes the people of the study with all their records.</summary>
internal sealed class StudyRecords(SyntheticParameters parameters, ulong seed, Geography geography)
{
    private readonly ConditionDraw _conditions = new(parameters);
    private readonly UseRecords _use = new(parameters);
    private readonly double[] _ethnic = [.. Vocabulary<EthnicGroup>.All.Select(group => parameters.Number($"ethnic.{group.Code()}"))];
    private readonly double _practiceSpread = parameters.Number("geography.practice_spread");
    private readonly MedicineRecords _medicines = new(parameters);
    private readonly Curve _scoreFrom = parameters.Curve("score.from");
    private readonly Curve _scoreTo = parameters.Curve("score.to");

    /// <summary>The patients and the rows of their records, in the order of the patient table.</summary>
    public (PatientTable Patients, PopulationRows Rows) Write(StudyPerson[] people)
    {
        var practices = PracticesOf(people);
        var patients = new PatientRows();
        var rows = new PopulationRows();
        PopulationRows.MarkAvailable(rows.Activity, rows.Diagnoses, rows.Activations);
        foreach (var person in people.OrderBy(person => practices[person.Number]).ThenBy(person => person.Number))
        {
            var random = new RandomStream(seed, (ulong)person.Number, Purpose.StudyRecords);
            Write(person, patients.Count, practices[person.Number], ref random, rows);
            patients.Add(new PatientRow
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"S{patients.Count + 1:000000}"),
                Birth = person.Birth,
                Sex = person.First.IsMale ? Sex.Male : Sex.Female,
                EthnicGroup = Vocabulary<EthnicGroup>.All[Pick(_ethnic, random.Uniform())],
                Practice = (ushort)practices[person.Number],
                DeprivationDecile = (byte)person.First.Decile,
            });
        }
        return (patients.Build(), rows);
    }

    private void Write(StudyPerson person, int patient, int practice, ref RandomStream random, PopulationRows rows)
    {
        var conditions = _conditions.Of(person, ref random);
        foreach (var (condition, since) in conditions) rows.Diagnoses.Add(patient, since, condition);
        _medicines.Write(person, patient, geography.Practices[practice].Code, ref random, rows.Activity);
        foreach (var q in person.Questionnaires)
        {
            var date = person.DateOf(q);
            rows.Activations.Add(patient, date, Score(q.Level, ref random));
            _use.Write(q, date, patient, geography.Practices[practice].Code, ConditionSet.Of([.. conditions.Where(had => had.Since <= date).Select(had => had.Condition)]), ref random, rows.Activity);
        }
    }

    /// <summary>A score with one decimal, anywhere within the level.</summary>
    private float Score(int level, ref RandomStream random)
    {
        var (from, to) = ((int)Math.Round(10 * _scoreFrom[level]), (int)Math.Round(10 * _scoreTo[level]));
        return (from + random.Below(to - from + 1)) / 10f;
    }

    /// <summary>Practices of equal size, those with lower numbers where deprivation is greater.</summary>
    private int[] PracticesOf(StudyPerson[] people)
    {
        var keys = new double[people.Length];
        foreach (var person in people)
        {
            var random = new RandomStream(seed, (ulong)person.Number, Purpose.Geography);
            keys[person.Number] = person.First.Decile + _practiceSpread * random.Normal();
        }
        var practices = new int[people.Length];
        var rank = 0;
        foreach (var person in people.OrderBy(person => keys[person.Number])) practices[person.Number] = (int)((long)rank++ * geography.Practices.Count / people.Length);
        return practices;
    }

    private static int Pick(double[] weights, double uniform)
    {
        var left = uniform * weights.Sum();
        var i = 0;
        while (i < weights.Length - 1 && (left -= weights[i]) >= 0) i++;
        return i;
    }
}
