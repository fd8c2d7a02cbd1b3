using System.Text;

namespace Phm.Jupyter.Tests;

/// <summary>
/// Compares what is written with a kept file under <c>Expectations</c>. With PHM_UPDATE_EXPECTATIONS=1 the file is written anew and the
/// test passes; look at the difference before you keep it.
/// </summary>
internal static class Expectation
{
    public static void Matches(string name, string actual)
    {
        var path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("PHM_UPDATE_EXPECTATIONS") == "1") File.WriteAllText(path, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.True(File.Exists(path), $"There is no expectation '{name}'. Run with PHM_UPDATE_EXPECTATIONS=1.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    /// <summary>Builds map source paths away, so the folder is sought upwards from the program.</summary>
    private static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "tests", "Phm.Jupyter.Tests", "Expectations");
            if (Directory.Exists(folder)) return folder;
        }
        throw new DirectoryNotFoundException("There is no folder of expectations above the tests.");
    }
}
