using System.Text.Json.Nodes;
using Phm.Notebook.Documents;
using Phm.Notebook.Verification;

namespace Phm.Notebook.Tests.Verification;

/// <summary>Damaged and hostile outputs: every comparison ends with a verdict that can be printed.</summary>
public sealed class ComparisonFuzzTests
{
    private const int LongestWords = 1000;

    private static readonly string[] Pieces =
        ["<", ">", "</table>", "<table><tr>", "<svg>", "</svg>", "<b>", "\"", "'", "&", "&#", "»", "«", "{", "}", "[", "]", ",", "NaN", "1e999", "-", "0", "9", "1,234", "\0", "\u001b[31m",
         "\u202e", "\ud83d\ude00", "\r\n", "\n\n\n", " ", "\u00a0", "#", "url(#", "style=\"", "<!--", "<![CDATA[", "<script>", "\\", "é", "\u2212"];

    private static readonly Lazy<IReadOnlyList<JsonArray>> Kept = new(() => [.. Directory.EnumerateFiles(Path.Combine(Expectation.Repository, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal)
        .SelectMany(path => NotebookDocument.Load(path).Cells).Select(cell => cell.Outputs).Where(outputs => outputs.Count > 0)]);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 80)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Damaged_outputs_get_a_verdict_within_bounds_whichever_side_they_are_on(int seed)
    {
        var random = new Random(seed);
        var kept = Kept.Value[random.Next(Kept.Value.Count)];
        var damaged = Damage((JsonArray)kept.DeepClone(), random);
        var verdict = OutputComparison.Compare(kept, damaged, 0, "a", Tolerance.Default);
        var turned = OutputComparison.Compare(damaged, kept, 0, "a", Tolerance.Default);
        Assert.Equal(verdict.Verdict == Verdict.Identical, turned.Verdict == Verdict.Identical);
        Assert.Equal(Verdict.Identical, OutputComparison.Compare(damaged, (JsonArray)damaged.DeepClone(), 0, "a", Tolerance.Default).Verdict);
        foreach (var one in (CellVerdict[])[verdict, turned]) IsWithinBounds(one);
        var cell = new VerifiedCell { Verdict = verdict, Source = "x", Kept = kept, Obtained = damaged };
        NotebookVerification[] notebooks = [new() { Name = "n", Title = "n", Cells = [cell] }];
        Assert.All(VerificationSummary.Lines(notebooks), line => Assert.InRange(line.Length, 1, VerificationSummary.Width));
        Assert.NotNull(JsonNode.Parse(VerificationJson.Write(notebooks)));
        Assert.DoesNotContain("<script", VerificationPage.Write("x", notebooks), StringComparison.OrdinalIgnoreCase);
    }

    private static void IsWithinBounds(CellVerdict verdict)
    {
        Assert.InRange(verdict.Differences.Count, Math.Min(1, verdict.DifferenceCount), CellVerdict.MostListed);
        Assert.Equal(verdict.DifferenceCount == 0, verdict.Verdict == Verdict.Identical);
        foreach (var difference in verdict.Differences)
        {
            Assert.InRange(difference.Kept.Length, 0, MarkedExcerpt.Longest);
            Assert.InRange(difference.Obtained.Length, 0, MarkedExcerpt.Longest);
            Assert.InRange(difference.Where.Length, 0, LongestWords);
            Assert.InRange(difference.Reason.Length, 1, LongestWords);
            Assert.DoesNotContain(difference.Kept + difference.Obtained + difference.Where + difference.Reason, char.IsControl);
        }
    }

    private static JsonArray Damage(JsonArray outputs, Random random)
    {
        for (var i = random.Next(3); i >= 0; i--)
        {
            if (outputs[random.Next(outputs.Count)] is not JsonObject output || output["data"] is not JsonObject { Count: > 0 } data) continue;
            var (type, value) = data.ElementAt(random.Next(data.Count));
            var text = MultilineText.IsText(value) ? MultilineText.Read(value) : value?.ToJsonString() ?? "";
            data[type] = random.Next(8) switch
            {
                0 => null,
                1 => new JsonObject { ["a"] = text },
                2 => new JsonArray(text, 1),
                _ => JsonValue.Create(Damage(text, random)),
            };
        }
        return outputs;
    }

    private static string Damage(string text, Random random)
    {
        for (var i = random.Next(6); i >= 0; i--)
        {
            var (at, length) = (random.Next(text.Length + 1), random.Next(200));
            var end = Math.Min(text.Length, at + length);
            text = random.Next(4) switch
            {
                0 => text[..at] + text[end..],
                1 => text[..end] + text[at..],
                2 => text[..at] + string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => Pieces[random.Next(Pieces.Length)])) + text[at..],
                _ => text[..at] + string.Concat(text[at..end].Reverse()) + text[end..],
            };
        }
        return text;
    }

    [Theory]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"a":"\ud800","b":["\udc00 5"]}""")]
    [InlineData("""["\ud800"]""")]
    public void Half_characters_in_json_are_no_obstacle(string json)
    {
        Assert.True(Compared.Json(json, json).Verdict <= Verdict.Unverifiable);
        Assert.True(Compared.Json(json, "[5]").Verdict > Verdict.WithinTolerance);
        Assert.True(Compared.Json("{}", json).Verdict > Verdict.WithinTolerance);
    }
}
