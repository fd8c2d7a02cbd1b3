using System.Runtime.CompilerServices;
using System.Text;

namespace Phm.Tests;

/// <summary>
/// Compares what was rendered with a file under <c>Expectations</c>. With the environment variable <c>PHM_UPDATE_EXPECTATIONS=1</c> it
/// writes the file instead, for the author to look at and commit.
/// </summary>
internal static class Expectation
{
    private static readonly string Root = Path.Combine(Repository.Root, "tests", "Phm.Tests", "Expectations");

    /// <summary>Whether expectations are being written instead of compared.</summary>
    public static bool IsUpdating => Environment.GetEnvironmentVariable("PHM_UPDATE_EXPECTATIONS") == "1";

    /// <summary>Fails where the text differs from the expected file by as much as one byte.</summary>
    public static void Matches(string actual, string file, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        var path = Path.Combine([Root, .. file.Split('/')]);
        if (IsUpdating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }
        Assert.True(File.Exists(path), $"{what}: there is no expectation {file}. Run with PHM_UPDATE_EXPECTATIONS=1, look at it and commit it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
