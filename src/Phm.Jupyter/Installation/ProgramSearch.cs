namespace Phm.Jupyter.Installation;

/// <summary>Finds the file of a program as the system would when it starts it.</summary>
internal static class ProgramSearch
{
    /// <summary>The file; null where there is none.</summary>
    public static string? Find(string program)
    {
        if (program.Length == 0) return null;
        if (program.Contains('/', StringComparison.Ordinal) || program.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)) return Candidates(program).FirstOrDefault(File.Exists);
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Candidates(Path.Combine(folder, program)))
            .FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string> Candidates(string path) => OperatingSystem.IsWindows() ? [path, path + ".exe", path + ".cmd", path + ".bat"] : [path];
}
