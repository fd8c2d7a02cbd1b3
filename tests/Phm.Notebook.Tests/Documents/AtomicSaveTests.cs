using Phm.Notebook.Documents;

namespace Phm.Notebook.Tests.Documents;

public sealed class AtomicSaveTests
{
    [Fact]
    public void Saving_leaves_the_notebook_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        NotebookDocument.Create().Save(folder.File("a.ipynb"));
        NotebookDocument.Create().Save(folder.File("a.ipynb"));
        Assert.Equal(["a.ipynb"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void What_a_killed_run_left_is_no_notebook_and_is_cleared_by_the_next_save()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.ipynb", NotebookDocument.Create().ToString());
        var unfinished = folder.File($".a.ipynb.{int.MaxValue}.1" + AtomicFile.UnfinishedSuffix, "{\"cells\": [");
        var reused = folder.File($".a.ipynb.{Environment.ProcessId}.999999" + AtomicFile.UnfinishedSuffix, "{");
        File.SetLastWriteTimeUtc(reused, DateTime.UnixEpoch);
        Assert.Equal([path], Directory.GetFiles(folder.Path, "*.ipynb"));
        NotebookDocument.Load(path).Save(path);
        Assert.False(File.Exists(unfinished));
        Assert.False(File.Exists(reused));
    }

    [Fact]
    public void What_another_living_writer_or_another_file_has_unfinished_stays()
    {
        using var folder = new TemporaryFolder();
        var living = folder.File($".a.ipynb.{Environment.ProcessId}.999999" + AtomicFile.UnfinishedSuffix, "{");
        var other = folder.File($".b.ipynb.{int.MaxValue}.1" + AtomicFile.UnfinishedSuffix, "{");
        NotebookDocument.Create().Save(folder.File("a.ipynb"));
        Assert.True(File.Exists(living));
        Assert.True(File.Exists(other));
    }

    [Fact]
    public void Many_writers_of_one_file_do_not_collide()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.txt");
        var texts = Enumerable.Range(0, 8).Select(i => new string((char)('a' + i), 50_000)).ToArray();
        Parallel.ForEach(texts, text =>
        {
            for (var i = 0; i < 20; i++) AtomicFile.Write(path, text);
        });
        Assert.Contains(File.ReadAllText(path), texts);
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_save_that_fails_leaves_the_old_file_whole()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.ipynb", "old");
        Directory.CreateDirectory(folder.File($".a.ipynb.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}" + AtomicFile.UnfinishedSuffix));
        var error = Assert.Throws<NotebookException>(() => NotebookDocument.Create().Save(path));
        Assert.Contains("cannot be written", error.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(path));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_reported()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<NotebookException>(() => NotebookDocument.Create().Save(Path.Combine(folder.Path, "none", "a.ipynb")));
    }

    [Fact]
    public void Permissions_and_links_are_kept()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        var path = folder.File("a.ipynb", "old");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var link = folder.File("link.ipynb");
        File.CreateSymbolicLink(link, path);
        NotebookDocument.Create().Save(link);
        Assert.Equal(path, File.ResolveLinkTarget(link, true)!.FullName);
        Assert.NotEqual("old", File.ReadAllText(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }
}
