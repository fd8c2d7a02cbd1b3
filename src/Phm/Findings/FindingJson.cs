using System.Text;
using System.Text.Json;

namespace Phm.Findings;

/// <summary>Published figures as JSON: indented, LF, numbers as numbers, and safe inside HTML.</summary>
internal static class FindingJson
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n" };

    public static string Write(IEnumerable<PublishedFinding> figures)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Layout))
        {
            json.WriteStartArray();
            foreach (var figure in figures) Write(json, figure);
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, PublishedFinding f)
    {
        json.WriteStartObject();
        json.WriteString("id", f.Key);
        json.WriteString("study", f.Study.Key);
        json.WriteString("outcome", f.Outcome);
        json.WriteString("measure", f.Measure);
        json.WriteString("group", f.Group);
        json.WriteNumber("figure", f.Value);
        Write(json, "lower", f.Lower);
        Write(json, "upper", f.Upper);
        Write(json, "confidence", f.Confidence);
        json.WriteString("unit", f.Unit);
        Write(json, "n", f.N);
        json.WriteString("status", f.Status.Letter());
        json.WriteString("status_in_words", f.Status.InWords());
        Write(json, "derivation", f.Derivation);
        Write(json, "qualifier", f.Qualifier);
        json.WriteString("citation", f.Study.Citation);
        Write(json, "doi", f.Study.Doi);
        Write(json, "note", f.Note);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    private static void Write(Utf8JsonWriter json, string name, string words)
    {
        if (words.Length > 0) json.WriteString(name, words);
        else json.WriteNull(name);
    }
}
