using System.Globalization;
using Phm.Populations;

namespace Phm.Tests;

/// <summary>
/// A population written as a text table, one line a person, for specifications that are checked by hand.
/// </summary>
/// <remarks>
/// Columns are separated by bars and named in the first line. A cell that is empty or left out is not known; only birth is then 1 January
/// 1980. Entries of one cell are separated by semicolons: <c>diabetes 2020-01-01..2021-06-30</c> in conditions, <c>gp 2024-05-01 £40</c>
/// in activity, where the cost may be left out, <c>13 on 2023-01-01</c> in deficits.
/// </remarks>
internal static class SmallPopulation
{
    /// <summary>Two practices of one network, one of another network in the same locality, one in another place.</summary>
    public static Geography FourPractices { get; } = new(
    [
        new Practice("P1", "Elm Surgery", "North Network", "Riverside", "East", "Shire"),
        new Practice("P2", "Oak Surgery", "North Network", "Riverside", "East", "Shire"),
        new Practice("P3", "Ash Surgery", "South Network", "Riverside", "East", "Shire"),
        new Practice("P4", "Yew Surgery", "Hill Network", "Hillside", "West", "Shire"),
    ]);

    public static Population Of(string table, Geography? geography = null)
    {
        geography ??= FourPractices;
        var lines = table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var columns = Cells(lines[0]);
        var people = lines.Skip(1)
            .Select(line => columns.Zip(Cells(line)).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))
            .Select(cells => (Row: Patient(cells, geography), Cells: cells))
            .OrderBy(person => person.Row.Practice ?? int.MaxValue).ThenBy(person => person.Row.Id, StringComparer.Ordinal)
            .ToArray();
        var patients = new PatientRows();
        var rows = new PopulationRows();
        PopulationRows.MarkAvailable(rows.Activity, rows.Diagnoses, rows.Deficits);
        for (var p = 0; p < people.Length; p++)
        {
            patients.Add(people[p].Row);
            foreach (var words in Entries(people[p].Cells, "conditions")) AddCondition(rows, p, words);
            foreach (var words in Entries(people[p].Cells, "activity")) AddActivity(rows, p, words);
            foreach (var words in Entries(people[p].Cells, "deficits"))
            {
                for (var deficit = 0; deficit < int.Parse(words[0], CultureInfo.InvariantCulture); deficit++) rows.Deficits.Add(p, Date(words[2]), (Deficit)deficit);
            }
        }
        return rows.Build(geography, patients.Build());
    }

    public static Day Date(string text) => Period.Between(text, text).First;

    private static PatientRow Patient(Dictionary<string, string> cells, Geography geography) => new()
    {
        Id = cells["id"],
        Birth = Date(Known(cells, "birth") ?? "1980-01-01"),
        Sex = Known(cells, "sex") is { } sex ? Parse<Sex>(sex) : null,
        Practice = Known(cells, "practice") is { } code ? (ushort)geography.Practices.Index().First(practice => practice.Item.Code == code).Index : null,
        DeprivationDecile = Known(cells, "imd") is { } decile ? byte.Parse(decile, CultureInfo.InvariantCulture) : null,
        RegisteredFrom = Known(cells, "from") is { } from ? Date(from) : null,
        RegisteredTo = Known(cells, "to") is { } to ? Date(to) : null,
        Death = Known(cells, "death") is { } death ? Date(death) : null,
    };

    private static void AddCondition(PopulationRows rows, int patient, string[] words)
    {
        var dates = words.Length > 1 ? words[1].Split("..") : ["2000-01-01"];
        rows.Diagnoses.Add(patient, Date(dates[0]), Parse<Condition>(words[0]), dates.Length > 1 ? Date(dates[1]) : null);
    }

    private static void AddActivity(PopulationRows rows, int patient, string[] words)
    {
        var missed = words[^1] == "missed";
        var pence = words.Length > 2 && !missed ? (int?)(100 * decimal.Parse(words[2].TrimStart('£'), CultureInfo.InvariantCulture)) : null;
        rows.Activity.Add(patient, Date(words[1]), Parse<PointOfDelivery>(words[0]), pence: pence, attended: missed ? false : null);
    }

    private static IEnumerable<string[]> Entries(Dictionary<string, string> cells, string column) =>
        (Known(cells, column) ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string? Known(Dictionary<string, string> cells, string column) => cells.GetValueOrDefault(column) is { Length: > 0 } value ? value : null;

    private static string[] Cells(string line) => line.Split('|', StringSplitOptions.TrimEntries);

    private static T Parse<T>(string code) where T : struct, Enum =>
        Vocabulary<T>.TryParse(code, out var value) ? value : throw new ArgumentException($"'{code}' is no {typeof(T).Name}.", nameof(code));
}
