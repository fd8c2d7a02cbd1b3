using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Phm.Disclosure;

/// <summary>
/// An entry as a line of JSON. Its last two members chain it: <c>previous</c> is the digest of the line before, <c>digest</c> the
/// SHA-256 of this line without that member, in UTF-8.
/// </summary>
internal static class AuditLine
{
    /// <summary>A longer line was not written by this type.</summary>
    public const int MaxBytes = 1 << 16;

    /// <summary>What the first line has in place of the digest of a line before.</summary>
    public static readonly string NoPrevious = new('0', SHA256.HashSizeInBytes * 2);

    private const string Moment = "yyyy-MM-ddTHH:mm:ss.fffZ";
    private const string DigestMember = ",\"digest\":\"";
    private const int MaxColumns = 50;

    public static (string Line, string Digest) Write(AuditEntry entry, string previous)
    {
        using var bytes = new MemoryStream();
        // Everything but plain letters is escaped, so that no line break or mark of writing direction stands in the file.
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.Default }))
        {
            json.WriteStartObject();
            json.WriteString("when", entry.When.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture));
            json.WriteString("user", Short(entry.User, 100));
            json.WriteString("machine", Short(entry.Machine, 100));
            json.WriteString("action", entry.Action == AuditAction.Export ? "export" : "reveal");
            json.WriteString("population", Short(entry.Population, 200));
            json.WriteString("criterion", Short(entry.Criterion, 1_000));
            json.WriteStartArray("columns");
            foreach (var column in entry.Columns.Take(MaxColumns)) json.WriteStringValue(Short(column, 60));
            json.WriteEndArray();
            if (entry.File is { } file) json.WriteString("file", Short(file, 1_000));
            json.WriteString("purpose", Short(entry.Purpose, 100));
            json.WriteString("why", Short(entry.Why, 300));
            json.WriteNumber("rows", entry.Rows);
            json.WriteString("previous", previous);
            json.WriteEndObject();
        }
        var body = Encoding.UTF8.GetString(bytes.ToArray());
        var digest = DigestOf(body);
        return ($"{body[..^1]}{DigestMember}{digest}\"}}", digest);
    }

    /// <summary>Reads a line; false where it is not whole, or was altered.</summary>
    public static bool TryRead(string line, out AuditEntry entry, out string previous, out string digest)
    {
        (entry, previous, digest) = (null!, "", "");
        var tail = DigestMember.Length + NoPrevious.Length + 2;
        if (line.Length <= tail || !line.EndsWith("\"}", StringComparison.Ordinal) || string.CompareOrdinal(line, line.Length - tail, DigestMember, 0, DigestMember.Length) != 0) return false;
        digest = line[^(NoPrevious.Length + 2)..^2];
        var body = line[..^tail] + "}";
        if (digest != DigestOf(body)) return false;
        try
        {
            using var json = JsonDocument.Parse(body);
            entry = Read(json.RootElement);
            previous = Text(json.RootElement, "previous");
            return true;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    private static AuditEntry Read(JsonElement json) => new()
    {
        When = DateTimeOffset.ParseExact(Text(json, "when"), Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        User = Text(json, "user"),
        Machine = Text(json, "machine"),
        Action = Text(json, "action") == "export" ? AuditAction.Export : AuditAction.Reveal,
        Population = Text(json, "population"),
        Criterion = Text(json, "criterion"),
        Columns = [.. json.GetProperty("columns").EnumerateArray().Select(column => column.GetString() ?? "")],
        File = json.TryGetProperty("file", out var file) ? file.GetString() : null,
        Purpose = Text(json, "purpose"),
        Why = Text(json, "why"),
        Rows = json.GetProperty("rows").GetInt64(),
    };

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";

    private static string DigestOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
}
