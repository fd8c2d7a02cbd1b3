using System.Collections;
using System.Net;
using System.Text;
using Phm.Notebook.CSharp;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Formatting;

/// <summary>
/// The default HTML of a value: a table of properties for an object, a table with a row an element for a sequence. Elements whose
/// type brings an HTML formatter are shown by it; all other text is escaped.
/// </summary>
internal sealed class HtmlValueWriter(FormatterConvention convention, MemberDirectory members)
{
    private const int MostRows = 20;
    private const int LongestHtml = 2_000_000;
    private const string Number = " style=\"text-align:right\"";

    private readonly StringBuilder html = new();
    private readonly Visit visit = new();

    public string Write(object? value)
    {
        if (Scalar.TryFormat(value) is { } scalar) return value is null ? NullMark : $"<pre>{Escape(scalar)}</pre>";
        AppendParts(value!);
        return html.ToString();
    }

    public string WriteTable(IEnumerable source, int rows)
    {
        visit.Enter(source);
        AppendTable(Excerpt.Of(source, rows, "rows"));
        return html.ToString();
    }

    private const string NullMark = "<i>&lt;null&gt;</i>";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private void Append(object? value)
    {
        if (html.Length > LongestHtml) html.Append('…');
        else if (value is null) html.Append(NullMark);
        else if (convention.Find(value.GetType())?.TryFormat(value, MimeTypes.Html) is { } own) html.Append(own);
        else if (Scalar.TryFormat(value) is { } scalar) html.Append(Escape(scalar));
        else AppendParts(value);
    }

    private void AppendParts(object value)
    {
        if (visit.Enter(value) is { } instead)
        {
            html.Append(instead);
            return;
        }
        if (Rows.TryEnumerate(value) is { } sequence) AppendSequence(sequence);
        else if (members.Of(value.GetType()) is { Count: > 0 } parts) AppendObject(value, parts);
        else html.Append(Escape(new TextValueWriter(members).Write(value)));
        visit.Leave();
    }

    private void AppendObject(object value, IReadOnlyList<Member> parts)
    {
        html.Append("<table>");
        if (!value.GetType().Name.StartsWith('<'))
            html.Append("<caption>").Append(Escape(CodePlace.ShortNameOf(value.GetType()))).Append("</caption>");
        html.Append("<tbody>");
        foreach (var (name, part, error) in Read(value, parts))
        {
            html.Append("<tr><th scope=\"row\" style=\"text-align:left\">").Append(Escape(name)).Append("</th>");
            AppendCell(part, error);
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
    }

    private void AppendSequence(IEnumerable sequence)
    {
        var excerpt = Excerpt.Of(sequence, MostRows, "rows");
        if (excerpt.Items.All(item => Scalar.TryFormat(item) is not null)) AppendList(excerpt);
        else AppendTable(excerpt);
    }

    private void AppendList(Excerpt excerpt)
    {
        html.Append("<pre>[ ").AppendJoin(", ", excerpt.Items.Select(item => Escape(Scalar.TryFormat(item)!)));
        if (excerpt.Rest is not null) html.Append(", ").Append(excerpt.Rest.Replace("rows", "items", StringComparison.Ordinal));
        html.Append(excerpt.Items.Count == 0 ? "]</pre>" : " ]</pre>");
    }

    private void AppendTable(Excerpt excerpt)
    {
        var rows = excerpt.Items.Select(RowOf).ToList();
        var columns = rows.SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal).ToList();
        html.Append("<table><thead><tr><th scope=\"col\">#</th>");
        foreach (var column in columns) html.Append("<th scope=\"col\">").Append(Escape(column)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        for (var r = 0; r < rows.Count; r++)
        {
            html.Append("<tr><th scope=\"row\">").Append(Excerpt.Number(r)).Append("</th>");
            foreach (var column in columns)
            {
                if (rows[r].TryGetValue(column, out var cell)) AppendCell(cell.Value, cell.Error);
                else html.Append("<td></td>");
            }
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
        if (excerpt.Rest is not null) html.Append("<p>").Append(excerpt.Rest).Append("</p>");
    }

    /// <summary>The cells of an element by column; an element that is shown whole has the one column "value".</summary>
    private Dictionary<string, (object? Value, string? Error)> RowOf(object? item)
    {
        var cells = new Dictionary<string, (object?, string?)>(StringComparer.Ordinal);
        if (Rows.TryRead(item) is { } row)
        {
            foreach (var (name, value) in row) cells[name] = (value, null);
        }
        else if (IsWhole(item)) cells["value"] = (item, null);
        else if (visit.Enter(item!) is { } instead) cells["value"] = (instead, null);
        else
        {
            foreach (var (name, value, error) in Read(item!, members.Of(item!.GetType()))) cells[name] = (value, error);
            visit.Leave();
        }
        return cells;
    }

    private bool IsWhole(object? item) => Scalar.TryFormat(item) is not null || Rows.TryEnumerate(item!) is not null
        || members.Of(item!.GetType()).Count == 0 || convention.Find(item.GetType())?.Has(MimeTypes.Html) == true;

    private static IEnumerable<(string Name, object? Value, string? Error)> Read(object owner, IReadOnlyList<Member> parts)
    {
        foreach (var part in parts)
        {
            var (value, error) = Visit.Read(part, owner);
            yield return (part.Name, value, error);
        }
    }

    private void AppendCell(object? value, string? error)
    {
        html.Append("<td").Append(Scalar.IsNumber(value) ? Number : "").Append('>');
        if (error is not null) html.Append("<i>").Append(Escape(error)).Append("</i>");
        else AppendNested(value);
        html.Append("</td>");
    }

    /// <summary>A sequence that throws while it is shown as a part is an error of that part alone.</summary>
    private void AppendNested(object? value)
    {
        var start = html.Length;
        var depth = visit.Depth;
        try
        {
            Append(value);
        }
        catch (Exception e) when (Visit.IsShown(e) && e is not FormatterException)
        {
            html.Length = start;
            visit.ReturnTo(depth);
            html.Append("<i>").Append(Escape($"{CodePlace.NameOf(e.GetType())}: {e.Message}")).Append("</i>");
        }
    }
}
