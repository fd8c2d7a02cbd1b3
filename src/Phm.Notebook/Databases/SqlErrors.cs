using System.Text.RegularExpressions;
using SQLitePCL;

namespace Phm.Notebook.Databases;

/// <summary>
/// What SQLite says of an error, without values of the data. Of a statement that is not understood its message quotes the statement
/// alone; while a statement runs, a message may repeat what it found in a row.
/// </summary>
internal static partial class SqlErrors
{
    public const string ReadingOnly = "the database is open for reading only; connect it with Mode=ReadWrite to change it";

    public static string OfText(sqlite3 connection) => Advice(connection) ?? raw.sqlite3_errmsg(connection).utf8_to_string();

    public static string OfRun(sqlite3 connection)
    {
        if (Advice(connection) is { } advice) return advice;
        var (code, message) = (raw.sqlite3_extended_errcode(connection), raw.sqlite3_errmsg(connection).utf8_to_string());
        // Names of tables and columns, of the schema and not of the data.
        if (Constraint().IsMatch(message) && code != raw.SQLITE_CONSTRAINT_TRIGGER) return message;
        var general = raw.sqlite3_errstr(code).utf8_to_string();
        return code != raw.SQLITE_ERROR ? general : Known().Match(message) is { Success: true } known ? known.Value : general;
    }

    private static string? Advice(sqlite3 connection) => (raw.sqlite3_extended_errcode(connection) & 0xff) switch
    {
        raw.SQLITE_READONLY => ReadingOnly,
        raw.SQLITE_NOTADB => "the file is not a SQLite database",
        raw.SQLITE_TOOBIG => "a value is longer than 50 MB",
        _ => null,
    };

    [GeneratedRegex(@"^(UNIQUE|NOT NULL|FOREIGN KEY) constraint failed(: [\w.]+(, [\w.]+)*)?$")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"^(integer overflow|malformed JSON|bad JSON path|string or blob too big|ESCAPE expression must be a single character)")]
    private static partial Regex Known();
}
