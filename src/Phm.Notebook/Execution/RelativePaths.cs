using System.Text;

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
        foreach (var (prefix, relative) in prefixes) text = Replace(text, prefix, relative);
        return Replace(text, directory, ".");
    }

    /// <summary>Replaces a path where one begins: <c>/data/</c> stands in <c>/mnt/data/</c> too.</summary>
    private static string Replace(string text, string path, string relative)
    {
        var result = new StringBuilder();
        var done = 0;
        for (var at = 0; (at = text.IndexOf(path, at, StringComparison.Ordinal)) >= 0; at += path.Length)
        {
            if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '-' or '_')) continue;
            result.Append(text, done, at - done).Append(relative);
            done = at + path.Length;
        }
        return done == 0 ? text : result.Append(text, done, text.Length - done).ToString();
    }
}
