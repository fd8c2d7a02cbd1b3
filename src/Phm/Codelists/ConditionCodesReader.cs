using System.Security.Cryptography;
using Phm.Ingest;
using Phm.Populations;

namespace Phm.Codelists;

/// <summary>Reads lists of codes of conditions.</summary>
internal static class ConditionCodesReader
{
    private static readonly ColumnSchema Code = new("code", ColumnKind.Text, "The code.") { Required = true };
    private static readonly ColumnSchema Condition = new("condition", ColumnKind.Word, "The condition.") { Required = true, Words = [.. Vocabulary<Condition>.Codes] };
    private static readonly ColumnSchema Term = new("term", ColumnKind.Text, "What the code means.") { MaxLength = 255 };
    private static readonly ColumnSchema Source = new("source", ColumnKind.Text, "Where the code was seen with this meaning.") { MaxLength = 255 };

    public static ConditionCodes<TCode> ReadFile<TCode>(string path) where TCode : struct, IClinicalCode<TCode>
    {
        if (!File.Exists(path)) throw new DataException($"'{path}' is not a file. Expected a codelist as CSV with the columns code and condition; look at the path.");
        using var csv = CsvTable.OpenRead(path, quarantine: null);
        using var file = File.OpenRead(path);
        return Read<TCode>(csv, Path.GetFileNameWithoutExtension(path), Path.GetFileName(path), VersionOf(file));
    }

    public static ConditionCodes<TCode> ReadResource<TCode>(string file, string name, string source) where TCode : struct, IClinicalCode<TCode>
    {
        using var csv = CsvTable.OpenResource(file);
        using var bytes = typeof(ConditionCodesReader).Assembly.GetManifestResourceStream(file)!;
        return Read<TCode>(csv, name, source, VersionOf(bytes));
    }

    private static ConditionCodes<TCode> Read<TCode>(CsvTable csv, string name, string source, string version) where TCode : struct, IClinicalCode<TCode>
    {
        var (code, condition, term, seen) = (csv.Column(Code), csv.Column(Condition), csv.Column(Term), csv.Column(Source));
        var rows = new List<(CodelistEntry<TCode>, Condition)>();
        while (csv.Read())
        {
            if (!csv.Text(code, Code, out var text) || !csv.Word<Condition>(condition, Condition, out var which)
                || !csv.OptionalText(term, Term, out var meaning) || !csv.OptionalText(seen, Source, out var where)) continue;
            if (!TCode.TryParseEntry(text, out var codes))
            {
                csv.Reject(Code.Name, $"text that is not a code of {TCode.System}", TCode.Expected, "Spreadsheets round long codes: keep the column as text.");
                continue;
            }
            csv.Keep();
            rows.AddRange(codes.Select(each => (new CodelistEntry<TCode>(each, meaning ?? "", where ?? source), which)));
        }
        if (csv.Problems.Total > 0) throw ProblemLog.ToFileException(csv.File, csv.Problems);
        if (rows.Count == 0) throw new DataException($"{csv.File}: found a codelist without codes; expected a code and a condition in each row.");
        return new ConditionCodes<TCode>(name, version, source, rows);
    }

    /// <summary>Twelve digits tell any two lists apart and can be read aloud.</summary>
    private static string VersionOf(Stream file) => Convert.ToHexStringLower(SHA256.HashData(file))[..12];
}
