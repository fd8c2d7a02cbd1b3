using System.Text.RegularExpressions;
using CsvHelper;

namespace Phm.Findings;

/// <summary>Reads the registry of published figures. A row that is not as it must be ends the reading: a figure is right or absent.</summary>
internal static partial class FindingsReader
{
    private static readonly string[] StudyHeader = ["study", "name", "citation", "doi", "note"];

    private static readonly string[] FindingHeader = ["id", "study", "outcome", "measure", "group", "figure", "lower", "upper", "confidence", "unit", "n", "status", "derivation", "qualifier", "note"];

    /// <summary>Reads the two tables that ship inside this assembly.</summary>
    public static FindingList ReadResources(string studies, string findings)
    {
        using var ofStudies = Open(studies);
        using var ofFindings = Open(findings);
        return Read(ofStudies, studies, ofFindings, findings);
    }

    /// <summary>Reads two tables; their names are for messages.</summary>
    /// <exception cref="DataException">A table is malformed; the message says where and how.</exception>
    public static FindingList Read(Stream studies, string studiesName, Stream findings, string findingsName)
    {
        var known = new Dictionary<string, PublishedStudy>(StringComparer.Ordinal);
        ReadRows(studies, studiesName, StudyHeader, row =>
        {
            var study = ReadStudy(row);
            if (!known.TryAdd(study.Key, study)) throw row.Problem("study", "a key that stands twice", "each study once");
        });
        var figures = new List<PublishedFinding>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        ReadRows(findings, findingsName, FindingHeader, row =>
        {
            var figure = ReadFinding(row, known);
            if (!ids.Add(figure.Key)) throw row.Problem("id", "an id that stands twice", "each id once");
            figures.Add(figure);
        });
        return new("Published findings", figures);
    }

    private static PublishedStudy ReadStudy(FindingsRow row) => new(
        row.Matching("study", KeyForm(), "lower-case letters, digits and hyphens"),
        row.Text("name"),
        row.Text("citation"),
        row.OptionalMatching("doi", DoiForm(), "a DOI as 10.1136/bmjqs-2017-007635, or nothing"),
        row.OptionalText("note"));

    private static PublishedFinding ReadFinding(FindingsRow row, Dictionary<string, PublishedStudy> studies)
    {
        var study = studies.GetValueOrDefault(row.Text("study")) ?? throw row.Problem("study", "a study that is not in the table of studies", "the key of a study");
        var id = row.Matching("id", IdForm(), "parts of lower-case letters, digits, hyphens and underscores, with points between them");
        if (!id.StartsWith(study.Key + ".", StringComparison.Ordinal)) throw row.Problem("id", "an id that does not begin with its study", "the key of the study, a point and the rest");
        if (!FindingStatusExtensions.TryParse(row.Text("status"), out var status)) throw row.Problem("status", "another word", "C, S, D or M");
        var figure = new PublishedFinding
        {
            Key = id,
            Study = study,
            Outcome = row.Text("outcome"),
            Measure = row.Text("measure"),
            Group = row.Text("group"),
            Value = row.Number("figure"),
            Lower = row.OptionalNumber("lower"),
            Upper = row.OptionalNumber("upper"),
            Confidence = row.OptionalNumber("confidence"),
            Unit = row.Text("unit"),
            N = row.OptionalCount("n"),
            Status = status,
            Derivation = row.OptionalText("derivation"),
            Qualifier = row.OptionalMatching("qualifier", QualifierForm(), "about, nearly, over, up to, or nothing"),
            Note = row.OptionalText("note"),
            Decimals = ((string[])["figure", "lower", "upper"]).Max(row.Decimals),
        };
        Require(row, figure);
        return figure;
    }

    private static void Require(FindingsRow row, PublishedFinding figure)
    {
        if (figure.Lower is null != figure.Upper is null) throw row.Problem("lower", "one bound of an interval", "both bounds or none");
        if (figure.Lower > figure.Value || figure.Upper < figure.Value) throw row.Problem("figure", "a figure outside its interval", "lower, figure and upper in this order");
        if (figure.Confidence is { } level && (!figure.HasInterval || level is not (>= 50 and < 100))) throw row.Problem("confidence", "a level without an interval, or out of range", "per cent from 50 to under 100 beside an interval, or nothing");
        if (figure.Status == FindingStatus.Arithmetic != figure.Derivation.Length > 0) throw row.Problem("derivation", "a status and a derivation that do not agree", "a derivation for status D and for no other");
    }

    private static void ReadRows(Stream stream, string file, string[] header, Action<FindingsRow> use)
    {
        try
        {
            using var csv = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',', TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw }, leaveOpen: true);
            if (!csv.Headers.SequenceEqual(header)) throw new DataException($"{file}, line 1: expected the columns {string.Join(", ", header)}.");
            while (csv.Read()) use(new(file, csv.LineNumber, header, Cells(csv, file, header.Length)));
        }
        catch (CsvFormatException e)
        {
            throw new DataException($"{file}, line {e.LineNumber}: found a record that is no CSV. Expected cells as of RFC 4180. Mend its quotes and commas.", e);
        }
    }

    private static string[] Cells(CsvReader csv, string file, int columns)
    {
        if (csv.FieldCount != columns) throw new DataException($"{file}, line {csv.LineNumber}: found a row with {csv.FieldCount} cells. Expected {columns}, as in the header. Look for a stray comma or quote.");
        return [.. Enumerable.Range(0, columns).Select(csv.GetString)];
    }

    private static Stream Open(string name) => typeof(FindingsReader).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly lacks {name}.");

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex KeyForm();

    [GeneratedRegex(@"\A[a-z0-9_-]+(\.[a-z0-9_-]+)+\z")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"\A(about|nearly|over|up to)\z")]
    private static partial Regex QualifierForm();

    [GeneratedRegex(@"\A10\.[0-9]{4,9}/[-._;()/:A-Za-z0-9]+\z")]
    private static partial Regex DoiForm();
}
