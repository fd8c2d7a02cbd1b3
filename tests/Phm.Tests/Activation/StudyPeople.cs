using System.Globalization;
using Phm.Populations;

namespace Phm.Tests.Activation;

/// <summary>
/// People with questionnaires written as a text table, one line a person, for specifications that are checked by hand.
/// </summary>
/// <remarks>
/// Columns are separated by bars and named in the first line: id, birth, sex, imd, from, to, death, conditions, answers, activity. Entries of a
/// cell are separated by semicolons: <c>2024-01-15 50.1</c> or <c>2024-01-15 level 3</c> in answers; <c>gp 2024-01-03 missed</c>,
/// <c>elective 2024-01-03..2024-01-05</c>, <c>ae 2024-01-03 minor</c> in activity.
/// </remarks>
internal static class StudyPeople
{
    private static readonly Geography s_geography = new([new Practice("P1", "Elm Surgery", "North Network", "Riverside", "East", "Shire (synthetic)")]);

    /// <summary>Who is given no birth was born on this day.</summary>
    private const string UsualBirth = "1960-01-01";

    public static Population Of(string table, bool withAnswers = true, bool withActivity = true, bool withDiagnoses = true)
    {
        var lines = table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var columns = lines[0].Split('|', StringSplitOptions.TrimEntries);
        var (patients, rows) = (new PatientRows(), new PopulationRows());
        if (withAnswers) PopulationRows.MarkAvailable(rows.Activations);
        if (withActivity) PopulationRows.MarkAvailable(rows.Activity);
        if (withDiagnoses) PopulationRows.MarkAvailable(rows.Diagnoses);
        var people = lines.Skip(1).Select(line => columns.Zip(line.Split('|', StringSplitOptions.TrimEntries)).Where(pair => pair.Second.Length > 0).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
        foreach (var (p, cells) in people.OrderBy(cells => cells["id"], StringComparer.Ordinal).Index())
        {
            patients.Add(Patient(cells));
            foreach (var words in Entries(cells, "conditions")) rows.Diagnoses.Add(p, Date("2000-01-01"), Parse<Condition>(words[0]));
            foreach (var words in Entries(cells, "answers")) AddAnswer(rows.Activations, p, words);
            foreach (var words in Entries(cells, "activity")) AddActivity(rows.Activity, p, words);
        }
        return rows.Build(s_geography, patients.Build());
    }

    /// <summary>As many people as asked, made by a function of their number: what they answered and used.</summary>
    public static Population Of(IEnumerable<One> people)
    {
        var (patients, rows) = (new PatientRows(), new PopulationRows());
        PopulationRows.MarkAvailable(rows.Activations, rows.Activity, rows.Diagnoses);
        foreach (var (p, one) in people.Index())
        {
            patients.Add(one.Row with { Id = string.Create(CultureInfo.InvariantCulture, $"PSEUDO-{p:000000}"), Practice = 0 });
            foreach (var condition in one.Conditions) rows.Diagnoses.Add(p, Date("2000-01-01"), condition);
            foreach (var (date, score, level) in one.Answers) rows.Activations.Add(p, date, score, level);
            foreach (var use in one.Activity) rows.Activity.Add(p, use.Date, use.Point, use.End, attended: use.Attended, minorSelfReferred: use.Minor);
        }
        return rows.Build(s_geography, patients.Build());
    }

    public static Day Date(string text) => Period.Between(text, text).First;

    private static PatientRow Patient(Dictionary<string, string> cells) => new()
    {
        Id = cells["id"],
        Practice = 0,
        Birth = Date(cells.GetValueOrDefault("birth", UsualBirth)),
        Sex = cells.TryGetValue("sex", out var sex) ? Parse<Sex>(sex) : null,
        DeprivationDecile = cells.TryGetValue("imd", out var decile) ? byte.Parse(decile, CultureInfo.InvariantCulture) : null,
        RegisteredFrom = cells.TryGetValue("from", out var from) ? Date(from) : null,
        RegisteredTo = cells.TryGetValue("to", out var to) ? Date(to) : null,
        Death = cells.TryGetValue("death", out var death) ? Date(death) : null,
    };

    private static void AddAnswer(ActivationRows rows, int person, string[] words)
    {
        if (words[1] == "level") rows.Add(person, Date(words[0]), null, byte.Parse(words[2], CultureInfo.InvariantCulture));
        else rows.Add(person, Date(words[0]), float.Parse(words[1], CultureInfo.InvariantCulture));
    }

    private static void AddActivity(ActivityRows rows, int person, string[] words)
    {
        var (dates, remark) = (words[1].Split(".."), words.Length > 2 ? words[2] : "");
        rows.Add(person, Date(dates[0]), Parse<PointOfDelivery>(words[0]), dates.Length > 1 ? Date(dates[1]) : null,
            attended: remark switch { "attended" => true, "missed" => false, _ => null },
            minorSelfReferred: remark switch { "minor" => true, "major" => false, _ => null });
    }

    private static IEnumerable<string[]> Entries(Dictionary<string, string> cells, string column) =>
        cells.GetValueOrDefault(column, "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static T Parse<T>(string code) where T : struct, Enum =>
        Vocabulary<T>.TryParse(code, out var value) ? value : throw new ArgumentException($"'{code}' is no {typeof(T).Name}.", nameof(code));

    /// <summary>One person as a plain record.</summary>
    public sealed record One(PatientRow Row)
    {
        public List<Condition> Conditions { get; init; } = [];

        public List<(Day Date, float? Score, byte? Level)> Answers { get; init; } = [];

        public List<Use> Activity { get; init; } = [];
    }

    /// <summary>One row of activity.</summary>
    public sealed record Use(PointOfDelivery Point, Day Date, Day? End = null, bool? Attended = null, bool? Minor = null);
}
