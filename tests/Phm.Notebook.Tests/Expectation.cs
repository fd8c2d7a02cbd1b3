namespace Phm.Notebook.Tests;

/// <summary>
/// Compares what is rendered with a kept file under <c>Expectations</c>. With PHM_UPDATE_EXPECTATIONS=1 the file is written anew
/// and the test passes; look at the difference before you keep it.
/// </summary>
internal static class Expectation
{
    public static void Matches(string name, string actual)
    {
        var path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("PHM_UPDATE_EXPECTATIONS") == "1") File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"There is no expectation '{name}'. Run with PHM_UPDATE_EXPECTATIONS=1.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    /// <summary>The folder of the repository. Builds map source paths away, so it is sought upwards from the program.</summary>
    public static string Repository
    {
        get
        {
            for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
                if (Directory.Exists(Path.Combine(at.FullName, "tests", "Phm.Notebook.Tests", "Expectations"))) return at.FullName;
            throw new DirectoryNotFoundException("There is no folder of expectations above the tests.");
        }
    }

    private static string Folder() => Path.Combine(Repository, "tests", "Phm.Notebook.Tests", "Expectations");
}
