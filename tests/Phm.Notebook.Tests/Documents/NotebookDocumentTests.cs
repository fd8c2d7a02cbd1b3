using Phm.Notebook.Documents;

namespace Phm.Notebook.Tests.Documents;

public sealed class NotebookDocumentTests
{
    [Fact]
    public void A_new_notebook_carries_the_metadata_by_which_clients_know_its_kernel()
    {
        var document = NotebookDocument.Create();
        document.AddMarkdown("# Title\n\ntext");
        document.AddCode("1+1");
        const string Expected =
            """
            {
             "cells": [
              {
               "cell_type": "markdown",
               "id": "ID1",
               "metadata": {},
               "source": [
                "# Title\n",
                "\n",
                "text"
               ]
              },
              {
               "cell_type": "code",
               "execution_count": null,
               "id": "ID2",
               "metadata": {},
               "outputs": [],
               "source": [
                "1+1"
               ]
              }
             ],
             "metadata": {
              "kernelspec": {
               "display_name": ".NET (C#)",
               "language": "C#",
               "name": ".net-csharp"
              },
              "language_info": {
               "file_extension": ".cs",
               "mimetype": "text/x-csharp",
               "name": "C#",
               "pygments_lexer": "csharp",
               "version": "14.0"
              },
              "polyglot_notebook": {
               "defaultKernelName": "csharp",
               "items": [
                {
                 "name": "csharp"
                }
               ]
              }
             },
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """;
        var actual = document.ToString()
            .Replace(document.Cells[0].Id, "ID1", StringComparison.Ordinal).Replace(document.Cells[1].Id, "ID2", StringComparison.Ordinal);
        Assert.Equal(Expected.ReplaceLineEndings("\n"), actual);
    }

    [Fact]
    public void New_ids_are_the_same_in_every_run_and_unique()
    {
        static string[] Ids()
        {
            var document = NotebookDocument.Create();
            foreach (var source in new[] { "a", "b", "a", "a" }) document.AddCode(source);
            return [.. document.Cells.Select(cell => cell.Id)];
        }
        Assert.Equal(Ids(), Ids());
        Assert.Equal(4, Ids().Distinct().Count());
        Assert.All(Ids(), id => Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", id));
    }

    [Fact]
    public void A_notebook_of_4_4_is_upgraded_in_memory_and_says_so()
    {
        const string Old = """{"cells":[{"cell_type":"code","metadata":{},"outputs":[],"execution_count":null,"source":"1"},{"cell_type":"markdown","metadata":{},"source":"x"}],"metadata":{},"nbformat":4,"nbformat_minor":4}""";
        var document = NotebookDocument.Parse(Old);
        Assert.Contains("from nbformat 4.4 to 4.5", Assert.Single(document.Notes), StringComparison.Ordinal);
        Assert.All(document.Cells, cell => Assert.NotEmpty(cell.Id));
        Assert.Contains("\"nbformat_minor\": 5", document.ToString(), StringComparison.Ordinal);
        Assert.Equal(document.ToString(), NotebookDocument.Parse(document.ToString()).ToString());
        Assert.Equal(document.Cells[0].Id, NotebookDocument.Parse(Old).Cells[0].Id);
    }

    [Fact]
    public void Repeated_ids_are_told_apart_and_reported()
    {
        const string Json = """{"cells":[{"cell_type":"raw","id":"a","metadata":{},"source":"1"},{"cell_type":"raw","id":"a","metadata":{},"source":"2"}],"metadata":{},"nbformat":4,"nbformat_minor":5}""";
        var document = NotebookDocument.Parse(Json);
        Assert.Equal("a", document.Cells[0].Id);
        Assert.NotEqual("a", document.Cells[1].Id);
        Assert.Equal("Cell 2 repeats the id 'a' of cell 1 and was given a new one.", Assert.Single(document.Notes));
    }

    [Fact]
    public void An_empty_notebook_is_a_notebook()
    {
        const string Json = "{\n \"cells\": [],\n \"metadata\": {},\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n";
        var document = NotebookDocument.Parse(Json);
        Assert.Empty(document.Cells);
        Assert.Equal(Json, document.ToString());
        Assert.Equal("csharp", document.DefaultKernel);
    }

    [Theory]
    [InlineData("""{"polyglot_notebook":{"kernelInfo":{"defaultKernelName":"csharp"}}}""", "csharp")]
    [InlineData("""{"polyglot_notebook":{"defaultKernelName":"fsharp"}}""", "fsharp")]
    [InlineData("""{"kernelspec":{"name":".net-csharp","language":"C#"}}""", "csharp")]
    [InlineData("""{"kernelspec":{"name":"phm-csharp","language":"C#"}}""", "csharp")]
    [InlineData("""{"kernelspec":{"name":"python3","language":"python"}}""", "python3")]
    public void The_default_kernel_is_read_from_what_any_client_writes(string metadata, string kernel) =>
        Assert.Equal(kernel, NotebookDocument.Parse($$"""{"cells":[],"metadata":{{metadata}},"nbformat":4,"nbformat_minor":5}""").DefaultKernel);

    [Fact]
    public void A_cell_names_its_kernel_and_tags_in_its_metadata()
    {
        const string Json = """{"cells":[{"cell_type":"code","id":"a","metadata":{"dotnet_interactive":{"language":"sql"},"polyglot_notebook":{"kernelName":"sql-linked"},"tags":["parameters","x"]},"outputs":[],"source":"1"}],"metadata":{},"nbformat":4,"nbformat_minor":5}""";
        var cell = Assert.Single(NotebookDocument.Parse(Json).Cells);
        Assert.Equal("sql-linked", cell.KernelName);
        Assert.Equal(["parameters", "x"], cell.Tags);
    }

    [Fact]
    public void A_clone_shares_nothing()
    {
        var document = NotebookDocument.Create();
        document.AddCode("1");
        var before = document.ToString();
        document.Clone().Cells[0].Source = "2";
        Assert.Equal(before, document.ToString());
    }
}
