using Phm.Notebook.Formatting;

namespace Phm.Notebook.Tests.Formatting;

public sealed class FormatterConventionTests
{
    private readonly ValueFormatter formatter = new();

    private string[] Shown(object value) => [.. formatter.Format(value, []).Contents.Select(content => $"{content.MimeType}: {content.Text}")];

    [Fact]
    public void Without_preferred_types_only_html_is_shown() => Assert.Equal(["text/html: <b>Chart</b>"], Shown(new Chart()));

    [Fact]
    public void Base_classes_count() => Assert.Equal(["text/html: <b>SpecialChart</b>"], Shown(new SpecialChart()));

    [Fact]
    public void Generic_types_count() => Assert.Equal(["text/html: <b>GenericChart`1</b>"], Shown(new GenericChart<int>()));

    [Fact]
    public void Structs_count_preferred_types_keep_their_order_and_false_falls_through_to_the_next_formatter() =>
        Assert.Equal(["text/plain: plain Point", "image/svg+xml: <svg/>"], Shown(new Point()));

    [Fact]
    public void Json_types_are_added_and_stored_as_json()
    {
        Assert.Equal(["text/html: <b>Plot</b>", "text/plain: plain Plot", "application/vnd.test+json: {\"z\":1,\"a\":[]}"], Shown(new Plot()));
        Assert.Equal(
            """{"application/vnd.test+json":{"a":[],"z":1},"text/html":["<b>Plot</b>"],"text/plain":["plain Plot"]}""",
            formatter.Format(new Plot(), []).ToJson().ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void A_type_whose_formatters_all_return_false_is_left_out() => Assert.Equal(["text/plain: plain FallsThrough"], Shown(new FallsThrough()));

    [Fact]
    public void Html_and_plain_text_have_defaults() => Assert.Equal("text/plain: OnlyDefaults { A = 1 }", Shown(new OnlyDefaults())[1]);

    [Fact]
    public void Interfaces_do_not_count() => Assert.Equal("text/plain: ShownByInterface { A = 1 }", Shown(new ShownByInterface())[1]);

    [Theory]
    [InlineData(typeof(Throws), "The image/throws formatter of Phm.Notebook.Tests.Formatting.Throws failed: System.InvalidOperationException: no ink")]
    [InlineData(typeof(Missing), "Phm.Notebook.Tests.Formatting.Missing is to be shown as image/png, but its formatter source creates no formatter for that type.")]
    [InlineData(typeof(BrokenJson), "What the formatter of Phm.Notebook.Tests.Formatting.BrokenJson wrote is shown as application/vnd.broken+json but is not JSON.")]
    [InlineData(typeof(NotASource), "System.String, which formats Phm.Notebook.Tests.Formatting.NotASource, has no method CreateTypeFormatters().")]
    public void A_formatter_that_breaks_its_promise_is_named(Type type, string message) =>
        Assert.Equal(message, Assert.Throws<FormatterException>(() => Shown(Activator.CreateInstance(type)!)).Message);

    [Fact]
    public void A_type_asked_for_by_name_is_shown_alone() =>
        Assert.Equal("plain Chart", Assert.Single(formatter.Format(new Chart(), ["text/plain"]).Contents).Text);

    [Fact]
    public void Elements_of_collections_and_properties_are_shown_by_their_html_formatter()
    {
        Assert.Contains("><b>Point</b></td>", formatter.Format(new[] { new Point() }, [])["text/html"], StringComparison.Ordinal);
        Assert.Contains("<b>Chart</b></td>", formatter.Format(new { C = new Chart() }, [])["text/html"], StringComparison.Ordinal);
        Assert.Contains("<b>Plot</b></td>", formatter.Format(new Dictionary<string, Plot> { ["a"] = new() }, [])["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_formatter_fails_the_cell()
    {
        using var live = new LiveSession();
        var own = typeof(Chart).Assembly.Location.Replace('\\', '/');
        Assert.Equal("<b>Chart</b>", (await live.RunAsync($"#r \"{own}\"\nnew Phm.Notebook.Tests.Formatting.Chart()")).Html);
        var cell = await live.RunAsync("new Phm.Notebook.Tests.Formatting.Throws()");
        Assert.Equal("Phm.Notebook.Formatting.FormatterException", cell.Error.Name);
        Assert.Equal("1", (await live.RunAsync("1")).Text);
    }
}
