namespace Phm.Tests;

/// <summary>
/// What a test measured (digits agreed, coverage, figures met), for readers and not only for the verdict: in the test's output, and in <c>artifacts/evidence</c>,
/// from where <c>.ci/run</c> prints it.
/// </summary>
internal static class Evidence
{
    private const int LongestName = 120;

    /// <summary>Adds a line to a table of evidence.</summary>
    public static void Tell(this ITestOutputHelper output, string table, string line)
    {
        output.WriteLine(line);
        var test = TestContext.Current.Test!;
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "evidence", table));
        var name = string.Concat(test.TestDisplayName.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-'));
        var file = Path.Combine(folder.FullName, name[..Math.Min(name.Length, LongestName)] + ".txt");
        var isFirst = TestContext.Current.KeyValueStorage.TryAdd($"evidence {test.UniqueID}", table);
        if (isFirst) File.WriteAllText(file, line + "\n");
        else File.AppendAllText(file, line + "\n");
    }
}
