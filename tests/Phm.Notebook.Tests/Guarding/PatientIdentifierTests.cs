using System.Text;
using System.Text.Json.Nodes;
using Phm.Notebook.Documents;
using Phm.Notebook.Guarding;

namespace Phm.Notebook.Tests.Guarding;

/// <summary>Identifiers of patients whose data were read, wherever a notebook keeps them.</summary>
public sealed class PatientIdentifierTests
{
    [Theory]
    [InlineData("<p>Mr S000123 came twice</p>")]
    [InlineData("<td>S000123</td>")]
    [InlineData("<td>&#83;000123</td>")]
    [InlineData("<b>S0</b>00<i>123</i>")]
    [InlineData("S000<wbr>123")]
    [InlineData("S000&shy;123")]
    [InlineData("<span>a</span><span>S000123</span>")]
    [InlineData("<p title='S000123'>x</p>")]
    [InlineData("<p data-id=S000123>x</p>")]
    [InlineData("<p title=\"a > b: S000123\">x</p>")]
    [InlineData("<!-- row of S000123 -->")]
    [InlineData("<!-- never closed S000123")]
    [InlineData("<a href='/patients?id=S000123&amp;x=1'>x</a>")]
    [InlineData("<a href='/patients/%53000123'>x</a>")]
    [InlineData("<a download href=\"data:text/csv;base64,aWQKUzAwMDEyMwo=\">x</a>")]
    [InlineData("<script>var p = {\"id\":\"S000123\"};</script>")]
    [InlineData("<svg><text x='1'>S000<tspan>123</tspan></text></svg>")]
    [InlineData("<svg><title>S000123</title></svg>")]
    [InlineData("<p class=S000123")]
    [InlineData("age < 5 and S000123 > x")]
    public void An_identifier_is_found_in_HTML(string html)
    {
        Assert.True(Kept.Finds(Kept.Html(html), "S000123"));
        Assert.False(Kept.Finds(Kept.Html(html), "S000124"));
        Assert.True(Kept.Finds(Kept.Data("image/svg+xml", html), "S000123"));
    }

    [Theory]
    [InlineData("application/json", """{"a":[{"b":"S000123"}]}""")]
    [InlineData("application/json", """{"S000123": 4}""")]
    [InlineData("application/vnd.plotly.v1+json", """{"data":[{"x":[1],"customdata":[["S000123",3]]}]}""")]
    [InlineData("application/vnd.plotly.v1+json", """{"data":[{"hovertemplate":"<b>S000</b>123<br>3 contacts"}]}""")]
    [InlineData("application/vnd.dataresource+json", """{"schema":{"fields":[{"name":"who"}]},"data":[{"who":"S000123"}]}""")]
    [InlineData("application/json", "\"{\\\"who\\\":\\\"S\\\\u0030\\\\u0030\\\\u0030123\\\"}\"")]
    public void An_identifier_is_found_in_JSON(string mimeType, string json) =>
        Assert.True(Kept.Finds(Kept.Data(mimeType, JsonNode.Parse(json)!), "S000123"));

    [Theory]
    [InlineData("[S000123]")]
    [InlineData("'S000123'")]
    [InlineData("patient_S000123.csv")]
    [InlineData("a,S000123,b")]
    [InlineData("\u001b[31mS000\u001b[0m123")]
    [InlineData("S000\u200b123")]
    [InlineData("id=S000123;")]
    public void An_identifier_is_found_in_text_of_any_sort(string text)
    {
        Assert.True(Kept.Finds(Kept.Data("text/plain", text), "S000123"));
        Assert.True(Kept.Finds(Kept.Data("text/x-unheard-of", text), "S000123"));
        Assert.True(Kept.Finds(Kept.Data("application/javascript", text), "S000123"));
        Assert.True(Kept.Finds(Kept.Stream(text), "S000123"));
        Assert.True(Kept.Finds(Kept.Error(text), "S000123"));
        Assert.True(Kept.Finds(Kept.Error("failed", "at", text), "S000123"));
        Assert.True(Kept.Finds(Kept.Prose(text), "S000123"));
    }

    [Fact]
    public void An_identifier_is_found_in_names_of_MIME_types_attachments_and_metadata()
    {
        Assert.True(Kept.Finds(Kept.Data("text/s000123", "x"), "s000123"));
        var json = JsonNode.Parse(Kept.Prose("![](attachment:x.png)").ToString())!;
        json["cells"]![0]!["attachments"] = new JsonObject { ["S000123.png"] = new JsonObject { ["image/png"] = "AAAA" } };
        Assert.True(Kept.Finds(NotebookDocument.Parse(json.ToJsonString()), "S000123"));
        var output = Kept.Data("text/plain", "x");
        output.Cells[0].Outputs[0]!["metadata"] = new JsonObject { ["who"] = "S000123" };
        Assert.True(Kept.Finds(output, "S000123"));
    }

    [Fact]
    public void An_identifier_in_the_code_is_found()
    {
        var document = NotebookDocument.Create();
        document.AddCode("// look at S000123\nvar x = \"943 476 5919\";");
        Assert.Equal([LeakKind.PatientIdentifier], Kept.Kinds(document, "S000123"));
    }

    [Theory]
    [InlineData("AB-12-7C")]
    [InlineData("6F9619FF-8B86-D011-B42D-00CF4FC964FF")]
    [InlineData("{6F9619FF-8B86-D011-B42D-00CF4FC964FF}")]
    [InlineData("GP 12 A77")]
    [InlineData("12/345678")]
    [InlineData("123-456-789")]
    [InlineData("20158311")]
    [InlineData("anna.schmidt@post")]
    [InlineData("ABCDEFG")]
    [InlineData("#A12345")]
    [InlineData("größe7")]
    public void Identifiers_of_many_shapes_are_found(string identifier)
    {
        foreach (var text in (string[])[$"see {identifier}, please", $"\"{identifier}\"", $"({identifier})", $"x={identifier}\n", identifier])
        {
            Assert.True(Kept.Finds(Kept.Stream(text), identifier), text);
            Assert.True(Kept.Finds(Kept.Html($"<td>{text}</td>"), identifier), text);
            Assert.True(Kept.Finds(Kept.Data("application/json", new JsonArray(text)), identifier), text);
        }
    }

    [Theory]
    [InlineData("17", "17 people")]
    [InlineData("1234567", "£1234567")]
    [InlineData("p1", "p1 is a name")]
    [InlineData("20158311", "0.20158311")]
    [InlineData("20158311", "£20158311")]
    [InlineData("20158311", "20158311.5")]
    [InlineData("20158311", "A20158311")]
    [InlineData("S000123", "S0001234 and XS000123")]
    public void Short_ones_amounts_and_parts_of_other_words_count_for_nothing(string identifier, string text)
    {
        Assert.False(Kept.Finds(Kept.Stream(text), identifier));
        Assert.False(Kept.Finds(Kept.Html($"<p>{text}</p>"), identifier));
    }

    [Fact]
    public void Pictures_are_not_read() => Assert.Empty(Kept.Kinds(Kept.Data("image/png", "S000123A"), "S000123A"));

    [Fact]
    public void A_column_is_named_by_its_heading_or_its_place_and_what_was_found_is_counted()
    {
        var html = "<table><thead><tr><th>patient_id</th><th>Anna Schmidt</th></tr></thead><tr><td>S000123</td><td>S000124</td></tr><tr><td>S000125</td><td>1</td></tr></table>";
        var leaks = LeakScan.Find(Kept.Html(html), [text => text.StartsWith("S000", StringComparison.Ordinal)]);
        Assert.Equal(3, leaks.Count);
        Assert.StartsWith("Cell 1, output 1 (text/html), column 'patient_id': 2 different identifiers of patients", leaks[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("Cell 1, output 1 (text/html), column 2: 1 different identifier of patients", leaks[1].Message, StringComparison.Ordinal);
        Assert.Equal(LeakKind.PersonLevelTable, leaks[2].Kind);
        Assert.Contains("heading of column 'patient_id'; 2 rows", leaks[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_planted_identifier_is_found_in_every_shape_of_output()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var identifier = RandomIdentifier(random);
            var (shape, document) = RandomOutput(random, identifier);
            Assert.True(Kept.Finds(document, identifier, "S999999"), $"{shape}: {identifier}");
        }
    }

    private static string RandomIdentifier(Random random)
    {
        const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789";
        var text = new StringBuilder();
        var parts = random.Next(1, 5);
        for (var part = 0; part < parts; part++)
        {
            if (part > 0) text.Append("-_./: "[random.Next(6)]);
            for (var i = random.Next(2, 7); i > 0; i--) text.Append(Letters[random.Next(Letters.Length)]);
        }
        return text.Append("Q7").Append(random.Next(100, 999)).ToString();
    }

    private static (string, NotebookDocument) RandomOutput(Random random, string identifier)
    {
        var words = string.Join(' ', Enumerable.Range(0, random.Next(0, 30)).Select(_ => random.Next(10_000) / 7.0));
        var encoded = string.Concat(identifier.Select(c => random.Next(3) == 0 ? $"&#{(int)c};" : c.ToString()));
        var cut = random.Next(1, identifier.Length);
        return random.Next(10) switch
        {
            0 => ("text", Kept.Data("text/plain", $"{words}\t{identifier}\n{words}")),
            1 => ("cell", Kept.Html($"<table><tr><th>a</th></tr><tr><td>{words}</td><td>{encoded}</td></tr></table>")),
            2 => ("attribute", Kept.Html($"<p>{words}<i title=\"{encoded}\">x</i>")),
            3 => ("comment", Kept.Html($"<p>{words}<!--{identifier}--></p>")),
            4 => ("bold", Kept.Html($"<p>{words}: {identifier[..cut]}<b>{identifier[cut..]}</b></p>")),
            5 => ("SVG", Kept.Data("image/svg+xml", $"<svg><g><text>{encoded}</text></g></svg>")),
            6 => ("Plotly", Kept.Data("application/vnd.plotly.v1+json", new JsonObject { ["data"] = new JsonArray(new JsonObject { ["customdata"] = new JsonArray(identifier, words) }) })),
            7 => ("stream", Kept.Stream($"{words}\n\"{identifier}\",{words}\n")),
            8 => ("traceback", Kept.Error("failed", words, $"value '{identifier}'")),
            _ => ("markdown", Kept.Data("text/markdown", $"| a | b |\n|---|---|\n| {words} | {identifier} |\n")),
        };
    }
}
