using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Phm.Notebook.CSharp;

namespace Phm.Notebook.Formatting;

/// <summary>The default plain text of a value: like a record's own text, with elements of collections written out.</summary>
internal sealed class TextValueWriter(MemberDirectory members)
{
    private const int MostItems = 20;
    private const int LongestText = 100_000;

    private readonly StringBuilder text = new();
    private readonly Visit visit = new();

    public string Write(object? value)
    {
        Append(value);
        return text.Length <= LongestText ? text.ToString() : text.ToString(0, LongestText) + "…";
    }

    private void Append(object? value)
    {
        if (text.Length > LongestText) return;
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
            if (Rows.TryEnumerate(value) is { } sequence) AppendSequence(sequence);
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

    private void AppendSequence(IEnumerable sequence)
    {
        var excerpt = Excerpt.Of(sequence, MostItems, "items");
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
