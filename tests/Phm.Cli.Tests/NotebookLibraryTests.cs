using System.Runtime.InteropServices;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Cli.Tests;

/// <summary>The folder from which notebooks load the library: what any engine finds beside the DLL must be all that it needs.</summary>
public sealed class NotebookLibraryTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "artifacts", "phm");

    [Fact]
    public async Task A_notebook_that_loads_the_library_writes_a_database_and_reads_it_by_sql()
    {
        using var folder = new TemporaryFolder();
        using var session = new NotebookSession(new SessionOptions { Directory = folder.Path });
        var texts = new List<string?>();
        foreach (var cell in (string[])
        [
            $"#r \"{Path.Combine(s_folder, "Phm.dll")}\"\nusing Phm.Ingest;\nvar kent = LinkedData.Load(\"{Path.Combine(Repository.Root, "data-samples", "kent-10k").Replace('\\', '/')}\").Population;\nLinkedDatabase.Save(kent, \"linked.sqlite\");\nLinkedDatabase.Save(kent, \"linked.sqlite\");",
            "#!connect sqlite --kernel-name linked \"Data Source=linked.sqlite\"",
            "#!sql-linked\nselect sex, count(*) as people from patients where sex is not null group by sex order by sex",
        ])
        {
            var result = await session.ExecuteAsync(cell, output => texts.Add((output as DisplayOutput)?.Data["text/plain"]), TestContext.Current.CancellationToken);
            Assert.True(result.Error is null, result.Error?.Message);
        }
        Assert.StartsWith("sex  people\n---  ------\nF      ", texts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void SQLite_itself_lies_beside_the_library_for_the_machine_that_built_it()
    {
        var name = OperatingSystem.IsWindows() ? "e_sqlite3.dll" : OperatingSystem.IsMacOS() ? "libe_sqlite3.dylib" : "libe_sqlite3.so";
        var library = NativeLibrary.Load(Path.Combine(s_folder, name));
        Assert.NotEqual(0, NativeLibrary.GetExport(library, "sqlite3_open_v2"));
        NativeLibrary.Free(library);
        Assert.Single(Directory.GetFiles(s_folder), file => Path.GetFileName(file).Contains("e_sqlite3", StringComparison.Ordinal) && !file.EndsWith("provider.e_sqlite3.dll", StringComparison.Ordinal));
    }
}
