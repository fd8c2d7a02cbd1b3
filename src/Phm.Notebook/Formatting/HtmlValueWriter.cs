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
    private const string TableStyle = " style=\"border-collapse:collapse;font-variant-numeric:tabular-nums\"";
    private const string IndexStyle = " style=\"text-align:right;font-weight:400;opacity:0.6\"";

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
        html.Append("<table").Append(TableStyle).Append('>');
        if (!value.GetType().Name.StartsWith('<'))
            html.Append("<caption style=\"caption-side:top;text-align:left\">").Append(Escape(CodePlace.ShortNameOf(value.GetType()))).Append("</caption>");
        html.Append("<tbody>");
        foreach (var part in parts)
        {
            html.Append("<tr><th scope=\"row\" style=\"text-align:left\">").Append(Escape(part.Name)).Append("</th>");
            var (read, error) = Visit.Read(part, value);
            AppendCell(new ValueCell(read, error), isNumber: false);
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
        var table = ValueTable.Of(excerpt, members, visit, IsWhole);
        html.Append("<table").Append(TableStyle).Append("><thead><tr><th scope=\"col\"").Append(Style(isNumber: true)).Append(">#</th>");
        foreach (var (name, isNumeric) in table.Columns) html.Append("<th scope=\"col\"").Append(Style(isNumeric)).Append('>').Append(Escape(name)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        for (var r = 0; r < table.Rows.Count; r++)
        {
            html.Append("<tr><th scope=\"row\"").Append(IndexStyle).Append('>').Append(Excerpt.Number(r)).Append("</th>");
            foreach (var column in table.Columns)
            {
                if (table.Rows[r].TryGetValue(column.Name, out var cell)) AppendCell(cell, column.IsNumeric);
                else html.Append("<td></td>");
            }
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
        if (table.Rest is not null) html.Append("<p>").Append(table.Rest).Append("</p>");
    }

    /// <summary>An element that is shown whole has the one column "value".</summary>
    private bool IsWhole(object? item) => Scalar.TryFormat(item) is not null || Rows.TryEnumerate(item!) is not null
        || members.Of(item!.GetType()).Count == 0 || convention.Find(item.GetType())?.Has(MimeTypes.Html) == true;

    /// <summary>Front ends have styles of their own for tables, of which some put words to the right.</summary>
    private static string Style(bool isNumber) => isNumber ? " style=\"text-align:right\"" : " style=\"text-align:left\"";

    private void AppendCell(ValueCell cell, bool isNumber)
    {
        html.Append("<td").Append(Style(isNumber)).Append('>');
        if (cell.Error is not null) html.Append("<i>").Append(Escape(cell.Error)).Append("</i>");
        else AppendNested(cell.Value);
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
