using System.CommandLine;
using Phm.Notebook;

namespace Phm.Cli;

/// <summary>Finds the notebooks that paths stand for.</summary>
internal static class NotebookFiles
{
    /// <summary>Links are not followed: they may lead back, and then there is no end.</summary>
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>The argument of every verb that takes notebooks.</summary>
    public static Argument<string[]> Argument()
    {
        var paths = new Argument<string[]>("paths") { Description = "Notebooks, or folders to look for them in.", DefaultValueFactory = _ => ["notebooks"] };
        // The parser takes a mistyped option for a path.
        paths.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal)))
                result.AddError($"There is no option '{token.Value}'. --help lists those that there are.");
        });
        return paths;
    }

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
        var notebooks = Directory.EnumerateFiles(path, "*.ipynb", Everywhere)
            .Where(file => !IsSetAside(Path.GetRelativePath(path, file)))
            .Select(file => new NotebookFile(file, Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/')))
            .OrderBy(notebook => notebook.Name, StringComparer.Ordinal)
            .ToArray();
        return notebooks.Length > 0 ? notebooks : throw new NotebookException($"'{path}' has no notebook. Expected at least one file that ends with .ipynb.");
    }

    /// <summary>Copies that Jupyter keeps, hidden folders, and what was built or run before.</summary>
    private static bool IsSetAside(string file) =>
        file.Split(Path.DirectorySeparatorChar).SkipLast(1).Any(folder => folder.StartsWith('.') || folder is "artifacts" or "bin" or "obj" or "node_modules");
}
