using Phm.Notebook;

namespace Phm.Cli;

/// <summary>Finds the notebooks that paths stand for.</summary>
internal static class NotebookFiles
{
    /// <summary>The notebooks, sorted by name below each path.</summary>
    /// <exception cref="NotebookException">A path does not exist or has no notebook, or two notebooks would have one copy.</exception>
    public static IReadOnlyList<NotebookFile> Find(IEnumerable<string> paths)
    {
        var found = paths.SelectMany(Below).DistinctBy(notebook => Path.GetFullPath(notebook.Path)).ToArray();
        var twice = found.GroupBy(notebook => notebook.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new NotebookException($"Two of the notebooks are called '{twice.Key}'; their copies would be one file. Run them one after the other with different --output folders.");
        return found;
    }

    private static IEnumerable<NotebookFile> Below(string path)
    {
        if (File.Exists(path)) return [new(path, Path.GetFileName(path))];
        if (!Directory.Exists(path)) throw new NotebookException($"'{path}' does not exist. Expected a notebook (.ipynb) or a folder with notebooks.");
        var notebooks = Directory.EnumerateFiles(path, "*.ipynb", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Contains(".ipynb_checkpoints"))
            .Select(file => new NotebookFile(file, Path.GetRelativePath(path, file).Replace('\\', '/')))
            .OrderBy(notebook => notebook.Name, StringComparer.Ordinal)
            .ToArray();
        return notebooks.Length > 0 ? notebooks : throw new NotebookException($"'{path}' has no notebook. Expected at least one file that ends with .ipynb.");
    }
}
