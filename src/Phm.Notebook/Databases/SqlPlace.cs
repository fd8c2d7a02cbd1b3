using System.Text;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Databases;

/// <summary>Where the text of SQL stands in a cell, to tell the line and column of an error.</summary>
/// <param name="Utf8">The whole text.</param>
/// <param name="Line">The cell's line on which it starts.</param>
/// <param name="Label">The cell's name.</param>
internal sealed record SqlPlace(byte[] Utf8, int Line, string Label)
{
    /// <param name="message">What is wrong, without a value of the data.</param>
    /// <param name="offset">The byte at which it is wrong.</param>
    public CellFailedException Error(string message, int offset)
    {
        var before = Encoding.UTF8.GetString(Utf8, 0, Math.Clamp(offset, 0, Utf8.Length));
        var line = Line + before.Count(c => c == '\n');
        var column = before.Length - before.LastIndexOf('\n');
        var text = $"{message}, line {line}, column {column}";
        return new CellFailedException(new CellError("SqlError", text, [$"SqlError: {text}", $"   at {Label}, line {line}"], line, column));
    }

    /// <summary>Where the name stands that ends a message such as <c>no such table: x</c>, for which SQLite tells no place.</summary>
    public int FindNamed(string message, int start)
    {
        var name = message[(message.LastIndexOf(": ", StringComparison.Ordinal) + 1)..].Trim();
        var found = Utf8.AsSpan(start).IndexOf(Encoding.UTF8.GetBytes(name));
        return name.Length == 0 || found < 0 ? start : start + found;
    }

    /// <summary>The byte at which the next statement starts: after semicolons and what SQLite passes over, which are white space, byte order marks and comments.</summary>
    public int SkipBlank(int at)
    {
        while (at < Utf8.Length)
        {
            if (Utf8[at] is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r') or (byte)';') at++;
            else if (Starts(at, "\uFEFF"u8)) at += "\uFEFF"u8.Length;
            else if (Starts(at, "--"u8)) at = Past(at, "\n"u8);
            else if (Starts(at, "/*"u8)) at = Past(at + 2, "*/"u8);
            else break;
        }
        return at;
    }

    private bool Starts(int at, ReadOnlySpan<byte> mark) => Utf8.AsSpan(at).StartsWith(mark);

    private int Past(int at, ReadOnlySpan<byte> mark)
    {
        var found = Utf8.AsSpan(at).IndexOf(mark);
        return found < 0 ? Utf8.Length : at + found + mark.Length;
    }
}
