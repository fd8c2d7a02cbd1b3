using System.CommandLine;
using System.Text.RegularExpressions;
using Phm.Charting;
using Phm.Ingest;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;
using Phm.Populations;
using Phm.Segmentation;

namespace Phm.Cli.Tests;

public sealed partial class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public async Task The_example_has_twelve_lines_and_runs()
    {
        var example = Example().Match(Text).Groups[1].Value.TrimEnd('\n');
        Assert.Equal(12, example.Split('\n').Length);
        var outputs = new List<CellOutput>();
        using var session = new NotebookSession(new SessionOptions { Directory = Repository.Root });

        var result = await session.ExecuteAsync(example, outputs.Add, TestContext.Current.CancellationToken);

        Assert.Equal(CellStatus.Ok, result.Status);
        Assert.Equal(2, outputs.OfType<DisplayOutput>().Count());
        Assert.Contains("Kent grid", outputs.OfType<DisplayOutput>().First().Data["text/plain"], StringComparison.Ordinal);
        Assert.Contains("Concentration of spend", outputs.OfType<ResultOutput>().Single().Data["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_is_what_the_example_draws()
    {
        var kent = LinkedData.Load(Path.Combine(Repository.Root, "data-samples", "kent-10k")).Population;
        var svg = SegmentationScheme.KentGrid.Apply(kent, Period.FinancialYear(2023)).Heatmap(of: GridMeasure.SpendPerHead).ToSvg();
        var path = Path.Combine(Repository.Root, "notebooks", "images", "spend-per-head.svg");
        if (Environment.GetEnvironmentVariable("PHM_UPDATE_EXPECTATIONS") == "1") File.WriteAllText(path, svg);
        else Assert.Equal(File.ReadAllText(path), svg);
    }

    [Theory]
    [InlineData("dotnet run --project src/Phm.Cli -- run")]
    [InlineData("dotnet test")]
    public void The_two_commands_are_those_that_CI_runs(string command)
    {
        Assert.Contains(command, Text, StringComparison.Ordinal);
        Assert.Contains(command, File.ReadAllText(Path.Combine(Repository.Root, ".ci", "run")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_verb_that_is_named_exists()
    {
        var verbs = Verb().Matches(Text).Select(match => match.Groups[1].Value.Trim()).Distinct().ToArray();
        Assert.Contains("kernel install", verbs);
        foreach (var verb in verbs)
        {
            var command = (Command)PhmCommand.Create();
            foreach (var word in verb.Split(' ')) command = command.Subcommands.SingleOrDefault(sub => sub.Name == word) ?? throw new InvalidOperationException($"README names 'phm {verb}', which does not exist.");
        }
    }

    [Fact]
    public async Task The_example_of_SQL_runs_as_it_is_written()
    {
        using var folder = new TemporaryFolder();
        LinkedDatabase.Save(LinkedData.Load(Path.Combine(Repository.Root, "data-samples", "kent-10k")).Population, folder["linked.sqlite"]);
        using var session = new NotebookSession(new SessionOptions { Directory = folder.Path });
        var shown = new List<string?>();
        foreach (var cell in (string[])["var since = new DateOnly(2024, 4, 1);", SqlExample().Match(Text).Groups[1].Value, .. SqlUse().Matches(Text).Select(match => match.Groups[1].Value)])
        {
            var result = await session.ExecuteAsync(cell, output => shown.Add((output as DisplayOutput)?.Data["text/plain"] ?? (output as ResultOutput)?.Data["text/plain"]), TestContext.Current.CancellationToken);
            Assert.True(result.Error is null, result.Error?.Message);
        }
        Assert.Contains("\nrows 21-40 of ", shown[1], StringComparison.Ordinal);
        Assert.Equal(4, shown.Count);
    }

    [Fact]
    public void Every_file_that_is_linked_exists()
    {
        foreach (var link in Link().Matches(Text).Select(match => match.Groups[1].Value).Where(link => !link.StartsWith("http", StringComparison.Ordinal)))
        {
            Assert.True(File.Exists(Path.Combine(Repository.Root, link)), $"README links to {link}, which does not exist.");
        }
    }

    [Fact]
    public void Every_section_that_is_linked_exists()
    {
        var sections = Heading().Matches(Text).Select(match => "#" + match.Groups[1].Value.ToLowerInvariant().Replace(' ', '-')).ToArray();
        var linked = SectionLink().Matches(Text).Select(match => match.Groups[1].Value).ToArray();
        Assert.NotEmpty(linked);
        Assert.Empty(linked.Except(sections));
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("```\n(#!connect.*?)```", RegexOptions.Singleline)]
    private static partial Regex SqlExample();

    [GeneratedRegex("`(emergencies\\.[^`]*)`")]
    private static partial Regex SqlUse();

    [GeneratedRegex("^##+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\((#[^)]+)\)")]
    private static partial Regex SectionLink();

    [GeneratedRegex("`phm((?: [a-z]+)+)")]
    private static partial Regex Verb();

    [GeneratedRegex(@"\]\(([^)#][^)]*)\)")]
    private static partial Regex Link();
}
