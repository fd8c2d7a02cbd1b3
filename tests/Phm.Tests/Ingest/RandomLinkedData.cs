using System.Globalization;
using Phm.Populations;

namespace Phm.Tests.Ingest;

/// <summary>Random linked data as text, with gaps, ties of the same day and every word of every closed set.</summary>
internal sealed class RandomLinkedData(int seed, int people = 60)
{
    private readonly Random _random = new(seed);

    /// <summary>The tables: header, then rows.</summary>
    public SortedDictionary<string, (string Header, List<string> Rows)> Tables() => new(StringComparer.Ordinal)
    {
        ["practices"] = ("practice_code,practice_name,network,locality,place,system", [.. Enumerable.Range(0, 6).Select(i => $"P{i},\"Practice, {i}\",N{i / 2},L{i / 4},East,Kent")]),
        ["patients"] = ("patient_id,birth_date,sex,ethnic_group,practice_code,imd_decile,registered_from,registered_to,death_date,care_home",
            [.. Enumerable.Range(0, people).Select(i => string.Join(',', Id(i), Day(), Maybe(Word<Sex>), Maybe(Word<EthnicGroup>), Maybe(() => $"P{_random.Next(7)}"), Maybe(() => $"{_random.Next(1, 11)}"), Maybe(Day), Maybe(Day), Maybe(Day), Maybe(() => $"{_random.Next(2)}")))]),
        ["activity"] = Events("date,point_of_delivery,end_date,primary_diagnosis,cost,attended,provider,minor_self_referred", day => Activity(day, Word<PointOfDelivery>())),
        ["diagnoses"] = Events("onset,condition,end", day => $"{day},{Word<Condition>()},{Maybe(() => Later(day))}"),
        ["deficits"] = Events("onset,deficit", day => $"{day},{Word<Deficit>()}"),
        ["measurements"] = Events("date,measure,value", day => _random.Next(2) == 0 ? $"{day},bmi,{Number(8, 100, 3)}" : $"{day},hba1c,{Number(10, 200, 1)}"),
        ["medications"] = Events("start,medicine,end", day => $"{day},\"drug, \"\"{_random.Next(9)}\"\" é\",{Maybe(() => Later(day))}"),
        ["activation"] = Events("date,score,level", day => _random.Next(2) == 0 ? $"{day},{Number(0, 100, 1)}," : $"{day},,{_random.Next(1, 5)}"),
        ["assessments"] = Events("date,eq5d_index,anxious", day => $"{day},{Maybe(() => Number(-1, 1, 3))},{Maybe(() => $"{_random.Next(2)}")}"),
        ["interventions"] = Events("start,programme,end", day => $"{day},programme {_random.Next(3)},{Maybe(() => Later(day))}"),
    };

    /// <summary>The same tables with rows in another order.</summary>
    public static void Shuffle(SortedDictionary<string, (string Header, List<string> Rows)> tables, int seed)
    {
        var random = new Random(seed);
        foreach (var (_, rows) in tables.Values) random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows));
    }

    public static TempFolder Write(SortedDictionary<string, (string Header, List<string> Rows)> tables, string newLine = "\n", string start = "")
    {
        var folder = new TempFolder();
        foreach (var (name, (header, rows)) in tables) folder.With(name + ".csv", start + header + newLine + string.Join(newLine, rows) + (rows.Count > 0 ? newLine : ""));
        return folder;
    }

    private string Activity(string day, string point) =>
        $"{day},{point},{Maybe(() => Later(day))},{Maybe(() => $"I{_random.Next(40)}")},{Maybe(() => Number(0, 20_000, 2))},{Maybe(() => $"{_random.Next(2)}")},{Maybe(() => $"RV{_random.Next(4)}")},{(point == "ae" ? Maybe(() => $"{_random.Next(2)}") : "")}";

    private (string, List<string>) Events(string columns, Func<string, string> row)
    {
        var rows = Enumerable.Range(0, _random.Next(people * 6)).Select(_ => $"{Id(_random.Next(people))},{row(Day())}").ToList();
        return ("patient_id," + columns, rows);
    }

    private static string Id(int i) => $"id{i * 37 % 1009:000}";

    private string Maybe(Func<string> value) => _random.Next(3) == 0 ? "" : value();

    private string Word<T>() where T : struct, Enum => Vocabulary<T>.All[_random.Next(Vocabulary<T>.All.Count)].Code();

    /// <summary>Few days, so that many rows share one.</summary>
    private string Day() => Phm.Populations.Day.Of(1990 + _random.Next(4) * 10, 1 + _random.Next(3), 1 + _random.Next(3)).ToString();

    private string Later(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(_random.Next(9)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Number(double min, double max, int digits) => Math.Round(min + _random.NextDouble() * (max - min), digits).ToString(CultureInfo.InvariantCulture);
}
