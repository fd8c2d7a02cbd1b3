using System.Text.Json.Nodes;
using Phm.Notebook.Verification;

namespace Phm.Notebook.Tests.Verification;

public sealed class VerificationReportTests
{
    [Fact]
    public void The_page_is_rendered_as_expected() => Expectation.Matches("verification.html", VerificationPage.Write("Verification <all>", VerificationExample.Notebooks()));

    [Fact]
    public void The_json_is_written_as_expected()
    {
        var json = VerificationJson.Write(VerificationExample.Notebooks());
        Expectation.Matches("verification.json", json);
        Assert.Equal("error", (string?)JsonNode.Parse(json)!["verdict"]);
    }

    [Fact]
    public void The_summary_is_written_as_expected()
    {
        var lines = VerificationSummary.Lines(VerificationExample.Notebooks());
        Expectation.Matches("verification.txt", string.Concat(lines.Select(line => line + "\n")));
        Assert.All(lines, line => Assert.InRange(line.Length, 1, VerificationSummary.Width));
    }

    [Fact]
    public void The_page_loads_nothing_and_runs_nothing()
    {
        var page = VerificationPage.Write("x", VerificationExample.Notebooks());
        foreach (var mark in new[] { "<script", "<b onclick", "<link", "@import", "url(http", " src=\"", "<iframe" })
            Assert.DoesNotContain(mark, page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Nothing_to_verify_is_said()
    {
        Assert.Contains("No notebook was verified.", VerificationPage.Write("x", []), StringComparison.Ordinal);
        Assert.Empty(VerificationSummary.Lines([]));
        Assert.Equal("identical", (string?)JsonNode.Parse(VerificationJson.Write([]))!["verdict"]);
    }

    [Fact]
    public void The_verdict_of_a_notebook_is_the_worst_of_its_cells_unless_it_is_said()
    {
        var notebooks = VerificationExample.Notebooks();
        Assert.Equal([Verdict.Error, Verdict.Unverifiable, Verdict.Identical], notebooks.Select(notebook => notebook.Verdict));
        Assert.Equal(Verdict.Error, (notebooks[2] with { Verdict = Verdict.Error }).Verdict);
        Assert.Equal((1, 1), (notebooks[1].SkippedCount, notebooks[1].Count(Verdict.Unverifiable)));
    }

    [Fact]
    public void Huge_outputs_are_not_drawn()
    {
        var (kept, obtained) = (Compared.Display(("text/plain", new string('x', 5_000_000))), Compared.Display(("text/plain", "y")));
        var cell = new VerifiedCell { Verdict = OutputComparison.Compare([kept], [obtained], 0, "a", Tolerance.Default), Source = "", Kept = [kept.DeepClone()], Obtained = [obtained.DeepClone()] };
        var page = VerificationPage.Write("x", [new NotebookVerification { Name = "n", Title = "n", Cells = [cell] }]);
        Assert.Contains("too large to be shown", page, StringComparison.Ordinal);
        Assert.InRange(page.Length, 1, 100_000);
    }

    [Fact]
    public void Long_lines_of_the_summary_keep_their_marks()
    {
        var cell = VerificationExample.Notebooks()[0].Cells[1] with { Verdict = Compared.Data("text/plain", new string('a', 300), new string('b', 300)) };
        var lines = VerificationSummary.Lines([new NotebookVerification { Name = new string('n', 200), Title = "n", Cells = [cell] }]);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, VerificationSummary.Width));
        Assert.Contains(lines, line => line.EndsWith("…«", StringComparison.Ordinal));
    }
}
