using System.Globalization;
using Phm.Populations;
using SQLitePCL;

namespace Phm.Ingest;

/// <summary>Inserts rows by a prepared statement; what is not known is NULL.</summary>
internal sealed class SqliteRowWriter(sqlite3_stmt insert, Action<int> check) : RowWriter
{
    private int _column;

    public override void Text(ReadOnlySpan<byte> utf8) => check(raw.sqlite3_bind_text(insert, ++_column, utf8));

    public override void Text(string? value) => check(value is null ? raw.sqlite3_bind_null(insert, ++_column) : raw.sqlite3_bind_text(insert, ++_column, value));

    public override void Date(Day day, bool known = true)
    {
        Span<byte> text = stackalloc byte[10];
        if (!known) Text((string?)null);
        else if (day.Date.TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture)) Text(text[..length]);
    }

    /// <summary>The number as it was written, not as its four bytes extend to eight.</summary>
    public override void Number(float? value)
    {
        Span<char> text = stackalloc char[32];
        if (value is not { } number) Text((string?)null);
        else if (number.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture))
            check(raw.sqlite3_bind_double(insert, ++_column, double.Parse(text[..length], CultureInfo.InvariantCulture)));
    }

    public override void Whole(int? value) => check(value is { } number ? raw.sqlite3_bind_int(insert, ++_column, number) : raw.sqlite3_bind_null(insert, ++_column));

    public override void Pounds(int? pence) => check(pence is { } known ? raw.sqlite3_bind_double(insert, ++_column, known / 100.0) : raw.sqlite3_bind_null(insert, ++_column));

    public override void YesNo(bool? value) => Whole(value switch { true => 1, false => 0, null => null });

    public override void EndRow()
    {
        check(raw.sqlite3_step(insert));
        check(raw.sqlite3_reset(insert));
        _column = 0;
    }
}
