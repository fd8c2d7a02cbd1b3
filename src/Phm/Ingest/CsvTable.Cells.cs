using System.Buffers.Text;
using System.Text;
using Phm.Populations;

namespace Phm.Ingest;

/// <summary>
/// Cells as values. Every method returns false, and rejects the row, where the cell is not as its schema says; a null result of an
/// optional cell means that it was empty.
/// </summary>
internal sealed partial class CsvTable
{
    /// <summary>The longest code or name, in bytes of UTF-8, and so also in characters.</summary>
    public const int MaxTextLength = ColumnSchema.DefaultMaxLength;

    public bool Text(int column, ColumnSchema schema, out string value)
    {
        value = "";
        var cell = Cell(column);
        if (!IsText(cell, schema.MaxLength)) return Reject(schema, cell);
        value = Encoding.UTF8.GetString(cell);
        return true;
    }

    public bool OptionalText(int column, ColumnSchema schema, out string? value)
    {
        value = null;
        if (Cell(column).IsEmpty) return true;
        var ok = Text(column, schema, out var text);
        value = text;
        return ok;
    }

    /// <summary>A code, written into a buffer because most rows repeat a code that is already known; empty where the cell was.</summary>
    public bool OptionalCode(int column, ColumnSchema schema, Span<char> buffer, out ReadOnlySpan<char> value)
    {
        value = default;
        var cell = Cell(column);
        if (cell.IsEmpty) return true;
        if (!IsText(cell, schema.MaxLength)) return Reject(schema, cell);
        value = buffer[..Encoding.UTF8.GetChars(cell, buffer)];
        return true;
    }

    public bool Date(int column, ColumnSchema schema, out Day value)
    {
        var cell = Cell(column);
        if (schema.AllowsTime && cell.Length > 10 && cell[10] is (byte)' ' or (byte)'T') cell = cell[..10];
        return TryDate(cell, out value) || Reject(schema, cell);
    }

    public bool OptionalDate(int column, ColumnSchema schema, out Day? value)
    {
        value = null;
        if (Cell(column).IsEmpty) return true;
        var ok = Date(column, schema, out var day);
        value = day;
        return ok;
    }

    public bool Word<T>(int column, ColumnSchema schema, out T value) where T : struct, Enum
    {
        var cell = Cell(column);
        return Vocabulary<T>.TryParse(cell, out value) || Reject(schema, cell);
    }

    public bool OptionalWord<T>(int column, ColumnSchema schema, out T? value) where T : struct, Enum
    {
        value = null;
        if (Cell(column).IsEmpty) return true;
        var ok = Word<T>(column, schema, out var word);
        value = word;
        return ok;
    }

    public bool OptionalNumber(int column, ColumnSchema schema, out double? value)
    {
        value = null;
        var cell = Cell(column);
        if (cell.IsEmpty) return true;
        if (!Utf8Parser.TryParse(cell, out double number, out var used) || used != cell.Length || !(number >= schema.Min && number <= schema.Max)) return Reject(schema, cell);
        value = number;
        return true;
    }

    public bool Number(int column, ColumnSchema schema, out double value)
    {
        var ok = OptionalNumber(column, schema, out var number);
        value = number.GetValueOrDefault();
        return ok && (number.HasValue || Reject(schema, default));
    }

    public bool OptionalWhole(int column, ColumnSchema schema, out long? value)
    {
        value = null;
        var cell = Cell(column);
        if (cell.IsEmpty) return true;
        if (!Utf8Parser.TryParse(cell, out long number, out var used) || used != cell.Length) return Reject(schema, cell);
        value = number;
        return true;
    }

    /// <summary>Pounds as whole pence, exactly: a decimal and never a binary fraction.</summary>
    public bool OptionalPence(int column, ColumnSchema schema, out int? value)
    {
        value = null;
        var cell = Cell(column);
        if (cell.IsEmpty) return true;
        if (!Utf8Parser.TryParse(cell, out decimal pounds, out var used) || used != cell.Length || pounds < (decimal)schema.Min || pounds > (decimal)schema.Max) return Reject(schema, cell);
        value = (int)decimal.Round(pounds * 100m, MidpointRounding.AwayFromZero);
        return true;
    }

    public bool OptionalYesNo(int column, ColumnSchema schema, out bool? value)
    {
        value = null;
        var cell = Cell(column);
        if (cell.IsEmpty) return true;
        if (cell.Length != 1 || cell[0] is not ((byte)'0' or (byte)'1')) return Reject(schema, cell);
        value = cell[0] == '1';
        return true;
    }

    /// <summary>Whether a last day, where it is known, is not before the first.</summary>
    public bool EndsAfter(Day start, Day? end, string column) => end is not { } last || last >= start
        || Reject(column, "a last day before the first", "a last day on or after the first", "Check whether the two dates were exchanged.");

    /// <summary>A date as YYYY-MM-DD.</summary>
    public static bool TryDate(ReadOnlySpan<byte> cell, out Day value)
    {
        value = default;
        if (cell.Length != 10 || cell[4] != '-' || cell[7] != '-') return false;
        if (!TryDigits(cell[..4], out var year) || !TryDigits(cell[5..7], out var month) || !TryDigits(cell[8..], out var day)) return false;
        if (year is < 1900 or > 2079 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        return Day.TryOf(new DateOnly(year, month, day), out value);
    }

    private static bool TryDigits(ReadOnlySpan<byte> cell, out int value)
    {
        value = 0;
        foreach (var digit in cell)
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            value = value * 10 + digit - '0';
        }
        return true;
    }

    /// <summary>Codes and names: not empty, not long, no control characters.</summary>
    private static bool IsText(ReadOnlySpan<byte> cell, int maxLength) =>
        !cell.IsEmpty && cell.Length <= maxLength && !cell.ContainsAnyInRange((byte)0, (byte)31) && !cell.Contains((byte)127);

    private bool Reject(ColumnSchema schema, ReadOnlySpan<byte> cell) => Reject(schema.Name, Found(schema, cell), schema.Expected, Remedy(schema, cell));

    private static string Found(ColumnSchema schema, ReadOnlySpan<byte> cell) => cell.IsEmpty ? "nothing" : schema.Kind switch
    {
        ColumnKind.Date => "text that is not such a date",
        ColumnKind.Number or ColumnKind.Whole => "text that is not such a number",
        ColumnKind.Text => "text that is too long or has control characters",
        _ => "another word",
    };

    private static string Remedy(ColumnSchema schema, ReadOnlySpan<byte> cell) => cell.IsEmpty ? "Fill the cell or leave the row out." : schema.Kind switch
    {
        ColumnKind.Date => "Write dates as 2025-03-31, without a time.",
        ColumnKind.Number => "Write numbers as 1234.5, without thousands separators or units.",
        ColumnKind.Whole => "Write identifiers as digits alone.",
        ColumnKind.YesNo => "Write 1 for yes, 0 for no, nothing for not known.",
        ColumnKind.Word => "Words are in lower case as in the data dictionary; map local codes before import.",
        _ => "Shorten the text.",
    };
}
