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
    public const int MaxTextLength = 64;

    public bool Text(int column, ColumnSchema schema, out string value)
    {
        value = "";
        var cell = Cell(column);
        if (!IsText(cell)) return Reject(schema, cell);
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
        if (!IsText(cell)) return Reject(schema, cell);
        value = buffer[..Encoding.UTF8.GetChars(cell, buffer)];
        return true;
    }

    public bool Date(int column, ColumnSchema schema, out Day value)
    {
        var cell = Cell(column);
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

    /// <summary>Pounds as whole pence, exactly: a decimal and never a binary fraction.</summary>
    public bool OptionalPence(int column, ColumnSchema schema, out int? value)
    {
        value = null;
        var cell = Cell(column);
        if (cell.IsEmpty) return true;
        if (TryPlainPence(cell, out var pence) && pence >= schema.Min * 100 && pence <= schema.Max * 100)
        {
            value = pence;
            return true;
        }
        if (!Utf8Parser.TryParse(cell, out decimal pounds, out var used) || used != cell.Length || pounds < (decimal)schema.Min || pounds > (decimal)schema.Max) return Reject(schema, cell);
        value = (int)decimal.Round(pounds * 100m, MidpointRounding.AwayFromZero);
        return true;
    }

    /// <summary>Up to seven digits and at most two decimals, which is how nearly all costs are written; false for anything else.</summary>
    private static bool TryPlainPence(ReadOnlySpan<byte> cell, out int pence)
    {
        var point = cell.IndexOf((byte)'.');
        var decimals = point < 0 ? 0 : cell.Length - point - 1;
        pence = 0;
        var whole = point < 0 ? cell : cell[..point];
        if (whole.Length is 0 or > 7 || decimals > 2 || (point >= 0 && decimals == 0) || !TryDigits(whole, out var pounds) || !TryDigits(cell[^decimals..], out var rest)) return false;
        pence = 100 * pounds + (decimals == 1 ? 10 * rest : rest);
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
    private static bool IsText(ReadOnlySpan<byte> cell) => cell.Length is > 0 and <= MaxTextLength && !cell.ContainsAnyInRange((byte)0, (byte)31);

    private bool Reject(ColumnSchema schema, ReadOnlySpan<byte> cell) => Reject(schema.Name, Found(schema, cell), schema.Expected, Remedy(schema, cell));

    private static string Found(ColumnSchema schema, ReadOnlySpan<byte> cell) => cell.IsEmpty ? "nothing" : schema.Kind switch
    {
        ColumnKind.Date => "text that is not such a date",
        ColumnKind.Number => "text that is not such a number",
        ColumnKind.Text => "text that is too long or has control characters",
        _ => "another word",
    };

    private static string Remedy(ColumnSchema schema, ReadOnlySpan<byte> cell) => cell.IsEmpty ? "Fill the cell or leave the row out." : schema.Kind switch
    {
        ColumnKind.Date => "Write dates as 2025-03-31, without a time.",
        ColumnKind.Number => "Write numbers as 1234.5, without thousands separators or units.",
        ColumnKind.YesNo => "Write 1 for yes, 0 for no, nothing for not known.",
        ColumnKind.Word => "Words are in lower case as in the data dictionary; map local codes before import.",
        _ => "Shorten the text.",
    };
}
