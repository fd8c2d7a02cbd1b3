using Phm.Notebook.Documents;

namespace Phm.Notebook.Tests.Documents;

public sealed class DamagedNotebookTests
{
    [Theory]
    [InlineData("", "this is not a notebook")]
    [InlineData("# Title", "this is not a notebook. Give the path of an .ipynb file.")]
    [InlineData("{\n \"cells\": [\n", "line 3")]
    [InlineData("{\"cells\": [], \"cells\": []}", "a key occurs twice")]
    [InlineData("[1, 2]", "not a notebook")]
    [InlineData("{\"a\": 1}", "not a notebook")]
    [InlineData("{\"cells\": [], \"metadata\": {}, \"nbformat\": 5, \"nbformat_minor\": 0}", "version 5.0 is a future version")]
    [InlineData("{\"cells\": [], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 6}", "version 4.6 is a future version")]
    [InlineData("{\"worksheets\": [], \"metadata\": {}, \"nbformat\": 3, \"nbformat_minor\": 0}", "older than 4")]
    [InlineData("{\"cells\": [], \"metadata\": {}, \"nbformat\": \"4\"}", "key 'nbformat'")]
    [InlineData("{\"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}", "key 'cells'")]
    [InlineData("{\"cells\": [{\"cell_type\": \"code\", \"source\": 5}], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}", "cell 1, key 'source'")]
    [InlineData("{\"cells\": [{\"cell_type\": \"heading\", \"source\": \"\"}], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}", "cell 1, key 'cell_type'")]
    [InlineData("{\"cells\": [null], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}", "cell 1")]
    [InlineData("{\"cells\": [{\"cell_type\": \"code\", \"source\": \"\", \"outputs\": [1]}], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}", "cell 1, output 1")]
    [InlineData("{\"cells\": [], \"metadata\": [], \"nbformat\": 4, \"nbformat_minor\": 5}", "key 'metadata'")]
    [InlineData("{\"cells\": [], \"metadata\": {\"\\ud800\": 1}, \"nbformat\": 4, \"nbformat_minor\": 5}", "a key holds half of a surrogate pair")]
    [InlineData("{\"cells\": [{\"cell_type\": \"\\ud800\", \"source\": \"\"}], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}", "cell 1, key 'cell_type'")]
    [InlineData("{\"cells\": [{\"cell_type\": \"code\", \"source\": \"\", \"outputs\": [{\"output_type\": \"\\ud800\"}]}], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}", "cell 1, output 1")]
    public void A_damaged_file_is_refused_with_its_name_and_the_place_and_stays_as_it_is(string json, string expected)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("ward.ipynb", json);
        var error = Assert.Throws<NotebookFormatException>(() => NotebookDocument.Load(path));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(json, File.ReadAllText(path));
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var json = "{\"cells\": [], \"metadata\": {\"a\": " + new string('[', 500) + new string(']', 500) + "}, \"nbformat\": 4, \"nbformat_minor\": 5}";
        Assert.Contains("nested too deeply", Assert.Throws<NotebookFormatException>(() => NotebookDocument.Parse(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_before_it_is_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("large.ipynb", new string(' ', 2000));
        var error = Assert.Throws<NotebookFormatException>(() => NotebookDocument.Load(path, new ReadLimits { Bytes = 1000 }));
        Assert.Contains("2,000 bytes; at most 1,000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_bytes_that_are_no_text_are_named()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("no such file", Assert.Throws<NotebookFormatException>(() => NotebookDocument.Load(folder.File("no.ipynb"))).Message, StringComparison.Ordinal);
        File.WriteAllBytes(folder.File("bytes.ipynb"), [0x7B, 0xFF, 0xFE]);
        Assert.Contains("not UTF-8", Assert.Throws<NotebookFormatException>(() => NotebookDocument.Load(folder.File("bytes.ipynb"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_damaged_place_holds_is_not_repeated()
    {
        var error = Assert.Throws<NotebookFormatException>(() => NotebookDocument.Parse("{\"patient\": SecretName}"));
        Assert.DoesNotContain("Secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("bom.ipynb");
        File.WriteAllText(path, NotebookDocument.Create().ToString(), new System.Text.UTF8Encoding(true));
        Assert.Empty(NotebookDocument.Load(path).Cells);
    }
}
