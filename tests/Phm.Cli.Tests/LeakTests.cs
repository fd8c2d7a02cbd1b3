using System.IO.Compression;
using Phm.Notebook.Documents;

namespace Phm.Cli.Tests;

/// <summary>A notebook that would give patients away is never kept, and one that does is named.</summary>
public sealed class LeakTests
{
    private static readonly string Load = $"""
        #r "{Slashes(Path.Combine(Repository.Root, "artifacts", "phm", "Phm.dll"))}"
        using Phm.CaseFinding;
        using Phm.Disclosure;
        using Phm.Ingest;
        using Phm.Populations;

        var year = Period.FinancialYear(2024);
        var kent = LinkedData.Load("{Slashes(Path.Combine(Repository.Root, "data-samples", "kent-10k"))}").Population;
        var list = kent.Where(year, p => p.Has(Condition.Copd), name: "people with COPD").CaseList(year);
        """;

    [Theory]
    [InlineData("list.Reveal(Purpose.DirectCare(\"community respiratory service\"), most: 20, new AuditLog(\"audit.jsonl\"))")]
    [InlineData("list.Export(\"list.csv\", Purpose.DirectCare(\"community respiratory service\"), new AuditLog(\"audit.jsonl\")); Console.WriteLine(System.IO.File.ReadAllText(\"list.csv\"));")]
    [InlineData("LinkedDatabase.Save(kent, \"kent.sqlite\");\n#!connect sqlite --kernel-name kent \"Data Source=kent.sqlite\"\n#!sql-kent\nselect patient_id, sex from patients limit 3")]
    public async Task A_notebook_that_would_keep_a_list_of_patients_is_stopped(string leak)
    {
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], Load, "list", leak);
        var before = File.ReadAllText(folder["a.ipynb"]);

        var result = await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb", "--update");

        Assert.Equal(5, result.ExitCode);
        Assert.StartsWith("phm: a.ipynb: the outputs say something about single people and must not be kept or passed on.\n     Cell 3,", result.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("Cell 2,", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(folder["a.ipynb"]));
        var patients = PatientsOf(folder).ToArray();
        Assert.NotEmpty(patients);
        Assert.DoesNotContain(patients, patient => (result.Output + result.Error).Contains(patient, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_kept_list_of_patients_is_found_by_verification_and_not_repeated()
    {
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], Load, "list");
        Assert.Equal(0, (await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb", "--update")).ExitCode);
        var patients = AnyPatients().Take(3).ToArray();
        var notebook = NotebookDocument.Load(folder["a.ipynb"]);
        notebook.Cells[1].Outputs[0]!["data"]!["text/plain"] = string.Join('\n', patients);
        notebook.Save(folder["a.ipynb"]);

        var result = await PhmProcess.RunAsync(folder.Path, "verify", "a.ipynb");

        Assert.Equal(5, result.ExitCode);
        Assert.Contains("Cell 2,", result.Output, StringComparison.Ordinal);
        var report = File.ReadAllText(folder["artifacts/verify/verification.html"]);
        Assert.DoesNotContain(patients, patient => (result.Output + result.Error + report).Contains(patient, StringComparison.Ordinal));
    }

    private static IEnumerable<string> PatientsOf(TemporaryFolder folder) =>
        NotebookDocument.Load(folder["artifacts/run/a.ipynb"]).Cells[2].Outputs.ToJsonString().Split('"', '\\', '<', '>', ',', ' ').Where(AnyPatients().ToHashSet().Contains).Distinct();

    /// <summary>The sample's identifiers, as its file spells them.</summary>
    private static IEnumerable<string> AnyPatients()
    {
        using var file = new GZipStream(File.OpenRead(Path.Combine(Repository.Root, "data-samples", "kent-10k", "patients.csv.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        var column = Array.IndexOf(reader.ReadLine()!.Split(','), "patient_id");
        while (reader.ReadLine() is { } line) yield return line.Split(',')[column];
    }

    private static string Slashes(string path) => path.Replace('\\', '/');
}
