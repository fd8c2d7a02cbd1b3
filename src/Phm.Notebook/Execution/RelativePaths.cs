namespace Phm.Notebook.Execution;

/// <summary>
/// Rewrites paths of this machine in messages as paths relative to the notebook, so that kept outputs are the same everywhere.
/// </summary>
internal sealed class RelativePaths
{
    private readonly List<(string Prefix, string Relative)> prefixes = [];
    private readonly string directory;

    public RelativePaths(string directory)
    {
        this.directory = directory;
        var relative = "";
        for (var at = directory; at is not null && Path.GetDirectoryName(at) is not null; at = Path.GetDirectoryName(at))
        {
            prefixes.Add((Path.TrimEndingDirectorySeparator(at) + Path.DirectorySeparatorChar, relative));
            relative += "../";
        }
    }

    public string Relative(string message)
    {
        if (!message.Contains(Path.DirectorySeparatorChar)) return message;
        var text = message;
        foreach (var (prefix, relative) in prefixes) text = text.Replace(prefix, relative, StringComparison.Ordinal);
        return text.Replace(directory, ".", StringComparison.Ordinal);
    }
}
