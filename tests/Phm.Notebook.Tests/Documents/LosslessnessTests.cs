using Phm.Notebook.Documents;

namespace Phm.Notebook.Tests.Documents;

public sealed class LosslessnessTests
{
    /// <summary>As Jupyter writes it: unicode, attachments, unknown keys, raw cells, floats of every spelling, escapes of every kind.</summary>
    internal const string FromJupyter =
        """
        {
         "cells": [
          {
           "attachments": {
            "plan.png": {
             "image/png": "iVBORw0KGgo="
            }
           },
           "cell_type": "markdown",
           "id": "a1",
           "metadata": {
            "jupyter": {
             "source_hidden": false
            },
            "tags": []
           },
           "source": [
            "# Überweisungen – Füße 患者 🏥\n",
            "\n",
            "![plan](attachment:plan.png) \"quoted\" back\\slash \ttab \u001b[0m \u0000 \b \f \r"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 3,
           "future_key": {
            "z": 1,
            "a": []
           },
           "id": "b2",
           "metadata": {},
           "outputs": [
            {
             "data": {
              "application/vnd.plotly.v1+json": {
               "data": [
                {
                 "y": [
                  1.0,
                  2.50,
                  1e-05,
                  1E+20,
                  -0.0,
                  12345678901234567890
                 ]
                }
               ],
               "layout": {}
              },
              "text/plain": [
               "0.30000000000000004"
              ]
             },
             "execution_count": 3,
             "metadata": {},
             "output_type": "execute_result"
            },
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "a\n",
              "b"
             ]
            }
           ],
           "source": [
            "1 + 1"
           ]
          },
          {
           "cell_type": "raw",
           "id": "c3",
           "metadata": {},
           "source": []
          },
          {
           "cell_type": "code",
           "execution_count": null,
           "id": "d4",
           "metadata": {},
           "outputs": [],
           "source": "x = 1\ny"
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          },
          "widgets": null,
          "flag": true
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    private static string Canonical => FromJupyter.ReplaceLineEndings("\n");

    [Fact]
    public void What_Jupyter_wrote_is_written_back_without_a_changed_byte() =>
        Assert.Equal(Canonical, NotebookDocument.Parse(Canonical).ToString());

    [Fact]
    public void A_file_is_written_back_without_a_changed_byte()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.ipynb", Canonical);
        var before = File.ReadAllBytes(path);
        NotebookDocument.Load(path).Save(path);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void Other_indents_and_a_missing_last_line_feed_are_kept()
    {
        var fromVsCode = "{\n  \"cells\": [],\n  \"metadata\": {},\n  \"nbformat\": 4,\n  \"nbformat_minor\": 5\n}";
        Assert.Equal(fromVsCode, NotebookDocument.Parse(fromVsCode).ToString());
    }

    [Fact]
    public void An_unpaired_surrogate_escape_survives()
    {
        var json = Canonical.Replace("\"1 + 1\"", "\"\\ud83d\"", StringComparison.Ordinal);
        Assert.Equal(json, NotebookDocument.Parse(json).ToString());
    }

    [Fact]
    public void A_source_that_is_set_to_what_it_was_keeps_its_form_and_a_changed_one_becomes_lines()
    {
        var document = NotebookDocument.Parse(Canonical);
        document.Cells[3].Source = "x = 1\ny";
        Assert.Equal(Canonical, document.ToString());
        document.Cells[3].Source = "x = 2\ny";
        Assert.Contains("   \"source\": [\n    \"x = 2\\n\",\n    \"y\"\n   ]\n", document.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_are_read_as_they_are_stored()
    {
        var document = NotebookDocument.Parse(Canonical);
        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Raw, CellKind.Code], document.Cells.Select(cell => cell.Kind));
        Assert.Equal(["a1", "b2", "c3", "d4"], document.Cells.Select(cell => cell.Id));
        Assert.Equal("x = 1\ny", document.Cells[3].Source);
        Assert.Equal(3, document.Cells[1].ExecutionCount);
        Assert.Null(document.Cells[3].ExecutionCount);
        Assert.Equal("Überweisungen – Füße 患者 🏥", document.Title);
        Assert.Empty(document.Notes);
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Random_notebooks_survive_reading_and_writing(int seed)
    {
        var random = new Random(seed);
        var document = NotebookDocument.Create();
        for (var i = 0; i < 20; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => RandomCharacter(random)));
            if (random.Next(2) == 0) document.AddCode(text);
            else document.AddMarkdown(text);
        }
        var json = document.ToString();
        var again = NotebookDocument.Parse(json);
        Assert.Equal(json, again.ToString());
        Assert.Equal(document.Cells.Select(cell => cell.Source), again.Cells.Select(cell => cell.Source));
    }

    private static string RandomCharacter(Random random) => random.Next(6) switch
    {
        0 => "\n",
        1 => ((char)random.Next(0x20)).ToString(),
        2 => "\u2028",
        3 => "😀",
        4 => "\"\\/<>&'"[random.Next(7)].ToString(),
        _ => ((char)random.Next(0x20, 0xD800)).ToString(),
    };
}
