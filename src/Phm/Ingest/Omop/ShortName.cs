using System.Text;

namespace Phm.Ingest.Omop;

/// <summary>Names of any length as names of linked data: at most 64 bytes of UTF-8, and still different where the names are.</summary>
internal static class ShortName
{
    private const string Cut = " … ";

    /// <summary>The name, or where it is too long its beginning and a mark by which it is told from others that begin alike; the mark alone where the name is empty.</summary>
    public static string Of(string name, string mark)
    {
        var plain = new string([.. name.Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
        if (plain.Length == 0) return Shorten(mark, CsvTable.MaxTextLength);
        if (Encoding.UTF8.GetByteCount(plain) <= CsvTable.MaxTextLength) return plain;
        var end = Shorten(Cut + mark, CsvTable.MaxTextLength / 2);
        return Shorten(plain, CsvTable.MaxTextLength - Encoding.UTF8.GetByteCount(end)).TrimEnd() + end;
    }

    /// <summary>The longest beginning of a text that fits and does not end within a character.</summary>
    private static string Shorten(string text, int bytes)
    {
        var (length, used) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((used += rune.Utf8SequenceLength) > bytes) break;
            length += rune.Utf16SequenceLength;
        }
        return text[..length];
    }
}
