using System.Globalization;
using CsvHelper;
using Phm.Ingest;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.Synthetic;

/// <summary>
/// Every parameter of the generator, from one file: value, status and source. <see cref="KentAndMedway"/> comes with the product; a
/// file of the same form replaces it, and <see cref="ActivationStudy"/> is of the cohort of a study.
/// </summary>
public sealed class SyntheticParameters
{
    private readonly ILookup<string, ParameterRow> _byName;

    private SyntheticParameters(IReadOnlyList<ParameterRow> rows)
    {
        Rows = rows;
        _byName = rows.ToLookup(row => row.Name, StringComparer.Ordinal);
    }

    /// <summary>The parameters of a population like that of Kent and Medway, with invented names.</summary>
    public static SyntheticParameters KentAndMedway { get; } = FromResource("kent-and-medway.parameters.csv");

    /// <summary>The parameters of a cohort like that of the study of patient activation in Islington (Barker 2018).</summary>
    public static SyntheticParameters ActivationStudy { get; } = FromResource("activation-study.parameters.csv");

    /// <summary>All parameters, in the order of the file.</summary>
    public IReadOnlyList<ParameterRow> Rows { get; }

    /// <summary>Parameters of a CSV file with the columns parameter, at, value, status, source.</summary>
    /// <exception cref="DataException">The file is not of this form.</exception>
    public static SyntheticParameters Load(string path)
    {
        if (!File.Exists(path)) throw new DataException($"'{path}' is not a file. Expected a CSV file with the columns parameter, at, value, status, source.");
        using var fileRead = FileRead.Start(path);
        using var stream = fileRead.Watch(File.OpenRead(path));
        var parameters = Read(stream, Path.GetFileName(path));
        fileRead.Complete(parameters.Rows.Count);
        return parameters;
    }

    /// <summary>How many parameters have each status: how much of the population is evidence and how much is assumption.</summary>
    public ResultTable ByStatus() => new()
    {
        Title = "Parameters of the synthetic population by status",
        Columns = [new("Status"), new("Meaning"), new("Parameters", ColumnFormat.Count)],
        Rows = [.. Rows.GroupBy(row => row.Status).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (TableCell[])[group.Key, Meaning(group.Key), (double)group.Count()])],
    };

    /// <summary>How parameters name the two sexes, women first.</summary>
    internal static IReadOnlyList<string> Sexes { get; } = ["F", "M"];

    /// <summary>The condition with a word, as a parameter's name holds it.</summary>
    internal static Condition ConditionOf(string code) => Vocabulary<Condition>.TryParse(code, out var condition)
        ? condition
        : throw new DataException($"The parameters name a condition that does not exist. Expected one of {string.Join(", ", Vocabulary<Condition>.Codes)}.");

    internal double Number(string name) => Parse(Single(name));

    internal string Word(string name) => Single(name).Value;

    /// <summary>The parameter with its status and source; at a level or decile where it depends on one.</summary>
    internal ParameterRow Row(string name, double? at = null) => _byName[name].FirstOrDefault(row => row.At == at) ?? throw Missing(name);

    internal bool Has(string name) => _byName.Contains(name);

    internal Curve Curve(string name)
    {
        if (!_byName.Contains(name)) throw Missing(name);
        return new(_byName[name].Select(row => (row.At ?? 0, Parse(row))));
    }

    /// <summary>The parameters whose names begin with a prefix, without it.</summary>
    internal IEnumerable<(string Name, double Value)> StartingWith(string prefix) =>
        Rows.Where(row => row.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(row => (row.Name[prefix.Length..], Parse(row)));

    private static SyntheticParameters FromResource(string name)
    {
        using var stream = typeof(SyntheticParameters).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        return Read(stream, name);
    }

    private static SyntheticParameters Read(Stream stream, string file)
    {
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',', TrackLineNumbers = true }, leaveOpen: true);
        if (!csv.Headers.SequenceEqual(["parameter", "at", "value", "status", "source"])) throw new DataException($"{file}, line 1: expected the columns parameter, at, value, status, source.");
        var rows = new List<ParameterRow>();
        while (csv.Read())
        {
            var at = csv.GetString(1);
            double? age = null;
            if (at.Length > 0)
            {
                if (!double.TryParse(at, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) throw new DataException($"{file}, line {csv.LineNumber}, column at: expected an age or nothing.");
                age = number;
            }
            rows.Add(new ParameterRow(csv.GetString(0), age, csv.GetString(2), csv.GetString(3), csv.GetString(4)));
        }
        return new(rows);
    }

    private static string Meaning(string status) => status switch
    {
        "C" => "seen in the named source",
        "D" => "arithmetic on figures seen in a source",
        "M" => "from memory, unconfirmed",
        "S" => "seen only in a secondary source",
        "assumption" => "chosen by this project",
        "placeholder" => "not found: to be set by the user",
        _ => "not one of the known statuses",
    };

    private static double Parse(ParameterRow row) => double.TryParse(row.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw new DataException($"The parameter {row.Name} is not a number. Expected a number with a point as decimal mark.");

    private static DataException Missing(string name) => new($"The parameter {name} is missing. Take the file that comes with the product and change values, not names.");

    private ParameterRow Single(string name) => _byName[name].FirstOrDefault() ?? throw Missing(name);
}
