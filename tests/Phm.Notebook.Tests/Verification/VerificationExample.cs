using System.Text.Json.Nodes;
using Phm.Notebook.Documents;
using Phm.Notebook.Verification;

namespace Phm.Notebook.Tests.Verification;

/// <summary>A small verification in which every verdict occurs.</summary>
internal static class VerificationExample
{
    private const string Picture = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 60"><title id="t">Bars</title><rect x="10" y="10" width="200" height="40" fill="#1d5c8f"/></svg>""";

    private const string Table = "<table><caption>People</caption><thead><tr><th scope=\"col\">Segment</th><th scope=\"col\">People</th></tr></thead><tbody><tr><th scope=\"row\">Core</th><td>41,210</td></tr><tr><th scope=\"row\">Rising</th><td>3,115</td></tr></tbody></table>";

    private const string Text = "Segment  People\nCore     41,210\nRising    3,115";

    public static IReadOnlyList<NotebookVerification> Notebooks() =>
    [
        Notebook("02-segments.ipynb", "Segments & more",
            ["The source of cell 2 has changed since its outputs were kept.", "The library <Phm> was 0.1.0 and is 0.2.0."],
            Cell(1, "load", "var people = Load();", [Compared.Display(("text/plain", "ok"))], [Compared.Display(("text/plain", "ok"))]),
            Cell(2, "table", "people.BySegment() // <b>", [Compared.Display(("text/html", Table), ("text/plain", Text))],
                [Compared.Display(("text/html", Table.Replace("3,115", "3,120", StringComparison.Ordinal)), ("text/plain", Text.Replace("3,115", "3,120", StringComparison.Ordinal)))]),
            Cell(4, "mean", "people.MeanAge", [Compared.Display(("text/plain", "40.1"))], [Compared.Display(("text/plain", "40.10000000001"))]),
            Cell(5, "bars", "people.Bars()", [Compared.Display(("image/svg+xml", Picture), ("text/plain", "41,210"))],
                [Compared.Display(("image/svg+xml", Picture.Replace("\"200\"", "\"190\"", StringComparison.Ordinal)), ("application/json", "{}"))]),
            Cell(6, "hidden", "people.Figure()", [Compared.Display(("text/plain", "a"), ("text/html", "<b>bold</b>"))], [Compared.Display(("text/plain", "b"), ("text/html", "<b>bold</b>"))]),
            Cell(7, "failing", "people.Check()", [], [Failure("<too many> people")]),
            Cell(9, "hostile", "Evil()", [Compared.Display(("text/html", "<script>alert(1)</script><b onclick=x>a »1«</b>"))], [Compared.Display(("text/html", "<iframe src=//evil></iframe><b>a »2«</b>"))])),
        Notebook("03-skips.ipynb", "Skips", [],
            Cell(0, "same", "1", [], []),
            VerifiedCell.Skip(Code("DateTime.Now"), 1, "It is tagged no-verify."),
            VerifiedCell.Unverifiable(Code("Later()"), 2, "The run ended before this cell.")),
        Notebook("01-same.ipynb", "Same", [], Cell(0, "same", "1", [], [])),
    ];

    private static NotebookVerification Notebook(string name, string title, string[] notes, params VerifiedCell[] cells) => new() { Name = name, Title = title, Notes = notes, Cells = cells };

    private static NotebookCell Code(string source) => NotebookDocument.Create().AddCode(source);

    private static VerifiedCell Cell(int index, string id, string source, JsonArray kept, JsonArray obtained) => new()
    {
        Verdict = OutputComparison.Compare(kept, obtained, index, id, Tolerance.Default),
        Source = source,
        Kept = kept,
        Obtained = obtained,
    };

    private static JsonObject Failure(string message) => new() { ["output_type"] = "error", ["ename"] = "DataException", ["evalue"] = message, ["traceback"] = new JsonArray($"DataException: {message}", "   at cell 5, line 1") };
}
