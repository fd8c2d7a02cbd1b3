using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Cli.Tests;

public sealed class DataCommandTests
{
    [Fact]
    public async Task The_sample_is_made_again_byte_for_byte_by_the_documented_command()
    {
        using var folder = new TemporaryFolder();
        var command = File.ReadAllLines(Path.Combine(Repository.Root, "data-samples", "README.md"))
            .Single(line => line.StartsWith("dotnet run", StringComparison.Ordinal) && line.EndsWith("--out my-copy", StringComparison.Ordinal));

        var result = await PhmProcess.RunAsync(folder.Path, command.Split(" -- ")[1].Split(' '));

        Assert.Equal(0, result.ExitCode);
        var kept = Directory.GetFiles(Path.Combine(Repository.Root, "data-samples", "kent-10k"));
        Assert.Equal(kept.Select(Path.GetFileName).Order(), Directory.GetFiles(folder["my-copy"]).Select(Path.GetFileName).Order());
        foreach (var file in kept) Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(folder["my-copy"], Path.GetFileName(file))));
    }

    [Fact]
    public void The_sample_is_at_most_ten_megabytes() =>
        Assert.True(Directory.GetFiles(Path.Combine(Repository.Root, "data-samples", "kent-10k")).Sum(file => new FileInfo(file).Length) <= 10_000_000);

    [Fact]
    public async Task Strict_import_writes_nothing_and_quarantine_keeps_every_row()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["source"]);
        File.WriteAllText(folder["source/patients.csv"], "patient_id,birth_date\nP1,1950-01-01\nP2,soon\nP3,1960-01-01\n");

        var strict = await PhmProcess.RunAsync(folder.Path, "data", "import", "source", "--out", "strict");
        var lenient = await PhmProcess.RunAsync(folder.Path, "data", "import", "source", "--out", "lenient", "--quarantine", "aside");

        Assert.Equal(3, strict.ExitCode);
        Assert.Contains("patients.csv, line 3, column birth_date", strict.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("soon", strict.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["strict"]));
        Assert.Equal(0, lenient.ExitCode);
        Assert.Contains("2 people imported", lenient.Output, StringComparison.Ordinal);
        Assert.Contains("P2,soon", File.ReadAllText(folder["aside/patients.rejected.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_tells_exact_rows_of_files_and_why_rows_were_left_out()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["omop"]);
        File.WriteAllText(folder["omop/person.csv"], "person_id,gender_concept_id,year_of_birth\n1,8507,1950\n2,8532,1960\n");
        File.WriteAllText(folder["omop/visit_occurrence.csv"],
            "visit_occurrence_id,person_id,visit_concept_id,visit_start_date,visit_end_date\n7,1,5083,2024-05-01,2024-05-01\n8,1,9202,2024-05-01,2024-05-01\n");

        var result = await PhmProcess.RunAsync(folder.Path, "data", "import", "--from", "omop", "omop", "--out", "native");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("person: 2 rows read, 2 kept, 0 left out, 0 rejected", result.Output, StringComparison.Ordinal);
        Assert.Contains("visit_occurrence: 2 rows read, 1 kept, 1 left out, 0 rejected", result.Output, StringComparison.Ordinal);
        Assert.Contains("left out: 1 visit of a kind that has no point of delivery", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Few_synthetic_people_can_be_calibrated()
    {
        using var folder = new TemporaryFolder();
        var result = await PhmProcess.RunAsync(folder.Path, "data", "generate", "--people", "500", "--years", "1", "--calibration");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Calibration of 500 synthetic people", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cohort_of_a_study_is_written_and_calibrated_and_its_size_is_not_asked_for()
    {
        using var folder = new TemporaryFolder();
        var made = await PhmProcess.RunAsync(folder.Path, "data", "generate", "--study", "activation", "--seed", "7", "--out", "cohort", "--calibration");
        Assert.Equal(0, made.ExitCode);
        Assert.Contains("9,348 synthetic people, 12,270 questionnaires and", made.Output, StringComparison.Ordinal);
        Assert.Contains("132 of 132 figures met", made.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["cohort/activation.csv.gz"]));

        var refused = await PhmProcess.RunAsync(folder.Path, "data", "generate", "--study", "activation", "--people", "500", "--out", "other");
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("--people does not go with --study", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["other"]));
    }

    [Fact]
    public async Task A_folder_that_is_not_empty_is_never_overwritten()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["mine"]);
        File.WriteAllText(folder["mine/notes.txt"], "keep me");

        var result = await PhmProcess.RunAsync(folder.Path, "data", "generate", "--people", "200", "--out", "mine");

        Assert.Equal(3, result.ExitCode);
        Assert.Equal("keep me", File.ReadAllText(folder["mine/notes.txt"]));
    }

    [Fact]
    public async Task Export_writes_a_database_that_a_notebook_asks_by_sql()
    {
        using var folder = new TemporaryFolder();
        var result = await PhmProcess.RunAsync(Repository.Root, "data", "export", "data-samples/kent-10k", "--to", "sqlite", "--out", folder["linked.sqlite"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("10,000 people", result.Output, StringComparison.Ordinal);
        Assert.Contains("a row for every person", result.Output, StringComparison.Ordinal);
        Assert.Equal([folder["linked.sqlite"]], Directory.GetFiles(folder.Path));

        using var session = new NotebookSession(new SessionOptions { Directory = folder.Path });
        var shown = "";
        var cell = await session.ExecuteAsync(
            "#!connect sqlite --kernel-name linked \"Data Source=linked.sqlite\"\n#!sql-linked --name people\nselect count(*) as people from patients\n#!csharp\npeople[0].Get<int>(\"people\")",
            output => shown += output is ResultOutput value ? value.Data["text/plain"] : "", TestContext.Current.CancellationToken);
        Assert.Null(cell.Error);
        Assert.Equal("10000", shown);
    }

    [Fact]
    public async Task Check_reports_on_the_sample()
    {
        var result = await PhmProcess.RunAsync(Repository.Root, "data", "check", "data-samples/kent-10k", "--from", "2022-04-01", "--to", "2025-03-31");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Completeness of 'kent-10k'", result.Output, StringComparison.Ordinal);
        Assert.Contains("Outside the period 2022-04-01 to 2025-03-31", result.Output, StringComparison.Ordinal);
    }
}
