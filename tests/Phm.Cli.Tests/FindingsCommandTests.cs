using System.Text.Json;
using Phm.Findings;

namespace Phm.Cli.Tests;

/// <summary>Published figures can be read at a terminal and taken into other tools, with their sources and statuses.</summary>
public sealed class FindingsCommandTests
{
    [Fact]
    public async Task Every_figure_is_printed_in_at_most_120_columns()
    {
        var result = await Run();
        Assert.Equal(ExitCode.Success, result.ExitCode);
        var lines = result.Output.Split('\n');
        Assert.All(lines, line => Assert.InRange(line.TrimEnd('\r').Length, 0, 120));
        foreach (var figure in PublishedFindings.All.Figures) Assert.Contains(lines, line => line.StartsWith(figure.Key[(figure.Study.Key.Length + 1)..] + " ", StringComparison.Ordinal) && line.Contains(figure.Figure, StringComparison.Ordinal));
        Assert.Contains("are no established facts", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_is_printed_with_its_source_and_statuses_in_words()
    {
        var result = await Run("--study", "barker2018");
        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.StartsWith("Barker 2018 (barker2018)", result.Output, StringComparison.Ordinal);
        Assert.Contains("0.62 (0.51 to 0.75)  ratio              C: seen in the source", result.Output, StringComparison.Ordinal);
        Assert.Contains("doi:10.1136/bmjqs-2017-007635.", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Walsh", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_of_a_status_are_printed_alone_and_marked()
    {
        var result = await Run("--status", "M");
        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("67.0 [M]", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("barker2018", result.Output, StringComparison.Ordinal);
        Assert.Equal("No figure is of this status.\n", (await Run("--study", "barker2018", "--status", "M")).Output);
    }

    [Fact]
    public async Task As_CSV_and_JSON_every_column_is_given()
    {
        var csv = await Run("--study", "clegg2016", "--format", "csv");
        Assert.Equal(PublishedFindings.Clegg2016.Columns.ToCsv(), csv.Output);
        var json = await Run("--study", "Clegg 2016", "--format", "json");
        using var parsed = JsonDocument.Parse(json.Output);
        Assert.Equal(PublishedFindings.Clegg2016.Figures.Count, parsed.RootElement.GetArrayLength());
    }

    [Fact]
    public async Task A_study_that_does_not_exist_names_the_nearest()
    {
        var result = await Run("--study", "barker2019");
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains("there is no study 'barker2019'. The nearest: barker2018", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--status", "U")]
    [InlineData("--format", "xml")]
    public async Task A_word_that_is_not_known_is_refused(string option, string word) => Assert.Equal(ExitCode.Usage, (await Run(option, word)).ExitCode);

    private static Task<PhmResult> Run(params string[] arguments) => PhmProcess.RunAsync(Directory.GetCurrentDirectory(), ["findings", .. arguments]);
}
