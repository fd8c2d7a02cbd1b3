using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Phm.Notebook.CSharp;

namespace Phm.Notebook.Formatting;

/// <summary>
/// The default plain text of a value: a table for a sequence of records; else like a record's own text, with elements of collections
/// written out.
/// </summary>
internal sealed class TextValueWriter
{
    private const int MostItems = 20;
    private const int LongestText = 100_000;

    private readonly StringBuilder text = new();
    private readonly MemberDirectory members;
    private readonly Visit visit;
    private readonly int longest;

    public TextValueWriter(MemberDirectory members) : this(members, new Visit(), LongestText)
    {
    }

    private TextValueWriter(MemberDirectory members, Visit visit, int longest)
    {
        this.members = members;
        this.visit = visit;
        this.longest = longest;
    }

    /// <param name="value">The value.</param>
    /// <param name="rows">The most rows of a table.</param>
    public string Write(object? value, int rows = MostItems) =>
        value is not null && Scalar.TryFormat(value) is null && Rows.TryEnumerate(value) is { } sequence ? WriteSequence(value, sequence, rows) : WriteWhole(value);

    private string WriteWhole(object? value)
    {
        Append(value);
        return Written();
    }

    private string Written() => text.Length <= longest ? text.ToString() : text.ToString(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest) + "…";

    private string WriteSequence(object value, IEnumerable sequence, int rows)
    {
        visit.Enter(value);
        var excerpt = Excerpt.Of(sequence, rows, "rows");
        if (!excerpt.Items.Any(IsRow) || !excerpt.Items.All(item => item is null || IsRow(item)))
        {
            AppendList(excerpt with { Rest = excerpt.Rest?.Replace("rows", "items", StringComparison.Ordinal) });
            return Written();
        }
        return TextTable.Write(ValueTable.Of(excerpt, members, visit, item => item is null), Print);
    }

    private bool IsRow(object? item) => item is not null && (Rows.TryRead(item) is not null
        || (Scalar.TryFormat(item) is null && Rows.TryEnumerate(item) is null && !members.HasOwnText(item.GetType()) && members.Of(item.GetType()).Count > 0));

    /// <summary>A sequence that throws while it is shown as a part is an error of that part alone.</summary>
    private string Print(ValueCell cell)
    {
        if (cell.Error is not null) return cell.Error;
        var depth = visit.Depth;
        try
        {
            return new TextValueWriter(members, visit, TextTable.LongestLine).WriteWhole(cell.Value);
        }
        catch (Exception e) when (Visit.IsShown(e))
        {
            visit.ReturnTo(depth);
            return $"{CodePlace.NameOf(e.GetType())}: {e.Message}";
        }
    }

    private void Append(object? value)
    {
        if (text.Length > longest) return;
        if (Scalar.TryFormat(value) is { } scalar)
        {
            text.Append(scalar);
            return;
        }
        var type = value!.GetType();
        if (members.HasOwnText(type) && value is not IEnumerable) text.Append(OwnText(value));
        else if (visit.Enter(value) is { } instead) text.Append(instead);
        else
        {
            if (Rows.TryEnumerate(value) is { } sequence) AppendList(Excerpt.Of(sequence, MostItems, "items"));
            else if (value is ITuple tuple) AppendJoined("(", [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])], ")");
            else if (MemberDirectory.IsPair(type)) AppendJoined("[", [.. members.Of(type).Select(member => member.Read(value))], "]");
            else AppendMembers(value, type);
            visit.Leave();
        }
    }

    private static string OwnText(object value)
    {
        try
        {
            return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        }
        catch (Exception e) when (Visit.IsShown(e))
        {
            return $"{CodePlace.NameOf(e.GetType())}: {e.Message}";
        }
    }

    private void AppendList(Excerpt excerpt)
    {
        text.Append('[');
        for (var i = 0; i < excerpt.Items.Count; i++)
        {
            text.Append(i == 0 ? " " : ", ");
            Append(excerpt.Items[i]);
        }
        if (excerpt.Rest is not null) text.Append(", ").Append(excerpt.Rest);
        text.Append(" ]");
    }

    private void AppendJoined(string open, IReadOnlyList<object?> parts, string close)
    {
        text.Append(open);
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0) text.Append(", ");
            Append(parts[i]);
        }
        text.Append(close);
    }

    private void AppendMembers(object value, Type type)
    {
        var parts = Rows.TryRead(value)?.Select(part => (part.Name, part.Value, Error: (string?)null))
            ?? members.Of(type).Select(member => (member.Name, Visit.Read(member, value)) is var (name, (read, error)) ? (name, read, error) : default);
        if (!type.Name.StartsWith('<')) text.Append(CodePlace.ShortNameOf(type)).Append(' ');
        text.Append('{');
        var separator = " ";
        foreach (var (name, part, error) in parts)
        {
            text.Append(separator).Append(name).Append(" = ");
            if (error is null) Append(part);
            else text.Append(error);
            separator = ", ";
        }
        text.Append(" }");
    }
}
