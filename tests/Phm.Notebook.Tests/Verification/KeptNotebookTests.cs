using System.Text.Json.Nodes;
using Phm.Notebook.Documents;
using Phm.Notebook.Verification;

namespace Phm.Notebook.Tests.Verification;

/// <summary>The outputs that the walkthroughs keep: no number of them can be altered without being seen.</summary>
public sealed class KeptNotebookTests
{
    private const int AlteredPerForm = 25;

    public static TheoryData<string> Notebooks => [.. Directory.EnumerateFiles(Path.Combine(Expectation.Repository, "notebooks"), "*.ipynb").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static IEnumerable<(NotebookCell Cell, int Index)> Cells(string notebook) =>
        NotebookDocument.Load(Path.Combine(Expectation.Repository, "notebooks", notebook)).Cells.Select((cell, index) => (cell, index)).Where(entry => entry.cell.Outputs.Count > 0);

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void A_notebook_is_identical_with_itself(string notebook)
    {
        foreach (var (cell, index) in Cells(notebook))
            Assert.Equal(Verdict.Identical, OutputComparison.Compare(cell.Outputs, (JsonArray)JsonNode.Parse(cell.Outputs.ToJsonString())!, index, cell.Id, Tolerance.Default).Verdict);
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_number_that_is_altered_in_its_last_digit_is_caught(string notebook)
    {
        var random = new Random(20_240_331);
        foreach (var (cell, _) in Cells(notebook))
        {
            foreach (var data in cell.Outputs.Select(output => output!["data"]).OfType<JsonObject>())
            {
                foreach (var (type, value) in data)
                {
                    var text = MultilineText.IsText(value) ? MultilineText.Read(value) : value!.ToJsonString();
                    var ends = NumberEnds(text);
                    for (var n = 0; n < Math.Min(AlteredPerForm, ends.Count); n++) AlteringIsCaught(cell.Id, type, text, ends[random.Next(ends.Count)]);
                }
            }
        }
    }

    private static void AlteringIsCaught(string cell, string type, string text, int at)
    {
        var digit = text[at] == '9' ? '8' : (char)(text[at] + 1);
        var altered = text[..at] + digit + text[(at + 1)..];
        var verdict = Compared.Data(type, text, altered);
        var what = $"{cell}, {type}: …{text[Math.Max(0, at - 40)..Math.Min(text.Length, at + 10)]}…";
        // Beyond nine digits a change of the last one lies within the tolerance, and is said to.
        Assert.True(verdict.Verdict == (Significant(text, at) > 9 ? verdict.Verdict : Verdict.Changed) && verdict.Verdict != Verdict.Identical, $"{what} is {verdict.Verdict}");
        Assert.True(verdict.Differences.All(difference => difference.MimeType == type), what);
    }

    private static List<int> NumberEnds(string text) =>
        [.. Enumerable.Range(0, text.Length).Where(i => char.IsAsciiDigit(text[i]) && (i + 1 == text.Length || !char.IsAsciiDigit(text[i + 1])))];

    /// <summary>How many digits the number has up to a place, leading zeros aside.</summary>
    private static int Significant(string text, int at)
    {
        var start = at;
        while (start > 0 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is '.' or ',')) start--;
        return text[start..(at + 1)].Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).TrimStart('0').Length;
    }
}
