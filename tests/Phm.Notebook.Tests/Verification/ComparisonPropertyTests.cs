using System.Globalization;
using System.Text.Json.Nodes;
using Phm.Notebook.Verification;

namespace Phm.Notebook.Tests.Verification;

public sealed class ComparisonPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Outputs_are_identical_with_themselves(int seed)
    {
        var outputs = new RandomOutputs(seed).Outputs().ToJsonString();
        Assert.Equal(Verdict.Identical, Compared.Outputs(outputs, outputs).Verdict);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void One_number_beyond_the_tolerance_is_one_change_at_its_place(int seed)
    {
        var form = new RandomOutputs(seed).Form();
        var verdict = Compared.Data(form.MimeType, form.Write(null, 0), form.Write(form.Altered, 0.25));
        var difference = verdict.Difference();
        Assert.Equal((Verdict.Changed, form.Where), (difference.Verdict, difference.Where));
        Assert.Contains(RandomForm.Number(form.Numbers[form.Altered] + 0.25), difference.Obtained, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void One_number_within_the_tolerance_is_no_change(int seed)
    {
        var form = new RandomOutputs(seed).Form();
        var by = form.Numbers[form.Altered] * 1e-11;
        Assert.Equal(Verdict.WithinTolerance, Compared.Data(form.MimeType, form.Write(null, 0), form.Write(form.Altered, by)).Verdict);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_missing_one_way_is_extra_the_other_way(int seed)
    {
        var random = new Random(seed);
        var all = new RandomOutputs(seed).Outputs();
        var fewer = (JsonArray)all.DeepClone();
        fewer.RemoveAt(random.Next(fewer.Count));
        var (missing, extra) = (Compared.Outputs(fewer.ToJsonString(), all.ToJsonString()), Compared.Outputs(all.ToJsonString(), fewer.ToJsonString()));
        Assert.Equal(extra.DifferenceCount, missing.DifferenceCount);
        Assert.Contains(missing.Verdict, (Verdict[])[Verdict.Missing, Verdict.Changed, Verdict.Error]);
        Assert.Equal(missing.Differences.Select(difference => (Turned(difference.Verdict), difference.Obtained)), extra.Differences.Select(difference => (difference.Verdict, difference.Kept)));
    }

    private static Verdict Turned(Verdict verdict) => verdict == Verdict.Missing ? Verdict.Extra : verdict;

    /// <summary>A text of one MIME type with numbers in it.</summary>
    internal sealed record RandomForm(string MimeType, double[] Numbers, int Altered, Func<int, string> Place, Func<IReadOnlyList<string>, string> Layout)
    {
        public string Where => Place(Altered);

        public string Write(int? altered, double by) => Layout([.. Numbers.Select((number, i) => Number(i == altered ? number + by : number))]);

        public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
    }

    internal sealed class RandomOutputs(int seed)
    {
        private readonly Random random = new(seed);

        public JsonArray Outputs() => new([.. Enumerable.Range(0, 2 + random.Next(5)).Select(i => (JsonNode)Output(i))]);

        public RandomForm Form()
        {
            var numbers = Enumerable.Range(0, 2 + random.Next(30)).Select(_ => Math.Round(1 + random.NextDouble() * 10_000, random.Next(1, 6))).ToArray();
            var altered = random.Next(numbers.Length);
            return random.Next(4) switch
            {
                0 => new("text/plain", numbers, altered, i => $"line {i + 1}", texts => string.Join('\n', texts.Select((text, i) => $"Name{i}   {text}  %"))),
                1 => new("application/json", numbers, altered, i => $"$.data[{i}].y", texts => $$"""{"data":[{{string.Join(',', texts.Select(text => $$"""{"y":{{text}}}"""))}}]}"""),
                2 => new("text/html", numbers, altered, i => $"table row {i + 1} 'Row {i}', column 'People'", texts => $"<table><thead><tr><th>Name<th>People</thead><tbody>{string.Concat(texts.Select((text, i) => $"<tr><th>Row {i}</th><td>{text}</td></tr>"))}</tbody></table>"),
                _ => new("image/svg+xml", numbers, altered, i => $"svg > path, d, number {i + 1}", texts => $"<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M{string.Join(' ', texts)}\"/></svg>"),
            };
        }

        private JsonObject Output(int index)
        {
            var form = Form();
            var text = form.Write(null, 0);
            return random.Next(6) switch
            {
                0 => new JsonObject { ["output_type"] = "stream", ["name"] = index % 2 == 0 ? "stdout" : "stderr", ["text"] = $"output {index}: {text}" },
                1 => new JsonObject { ["output_type"] = "error", ["ename"] = "E", ["evalue"] = $"{index} {text}", ["traceback"] = new JsonArray("a", "b") },
                2 => Compared.Display((form.MimeType, text), ("text/markdown", $"**{index}**"), ("image/png", "AAAA")),
                _ => Compared.Display((form.MimeType, text)),
            };
        }
    }
}
