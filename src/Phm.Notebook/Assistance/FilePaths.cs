using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phm.Notebook.Assistance;

/// <summary>Files and folders, as a path that is being written names them: from the notebook's folder, with slashes.</summary>
internal sealed class FilePaths(string directory)
{
    private const int MostEntries = 500;

    /// <summary>A folder with more is looked at no further.</summary>
    private const int MostRead = 20_000;

    private static readonly string[] FileWords = ["File", "Directory", "Folder", "Path", "Load", "Open", "Read", "Save", "Write", "Export", "Import"];

    private static readonly string[] Nowhere = ["/proc", "/sys", "/dev"];

    /// <summary>Whether a path names another machine: to look there would tell it who is here, because somebody types.</summary>
    public static bool IsRemote(string path) => path.Length > 1 && (path[0] is '/' or '\\') && (path[1] is '/' or '\\');

    /// <summary>The paths for a string, where what is written looks like a path and not like prose.</summary>
    public CompletionList InLiteral(string code, SyntaxToken literal, int cursor)
    {
        var text = code[literal.SpanStart..cursor];
        var quote = text.IndexOf('"', StringComparison.Ordinal);
        var nothing = new CompletionList(cursor, cursor, []);
        if (quote < 0 || text.AsSpan(quote).StartsWith("\"\"\"")) return nothing;
        var written = text[(quote + 1)..];
        return LooksLikePath(written) || (written.IndexOf(' ', StringComparison.Ordinal) < 0 && IsForFiles(literal)) ? Complete(written, cursor, _ => true) : nothing;
    }

    /// <summary>The entries that go on with a path.</summary>
    /// <param name="written">The path so far.</param>
    /// <param name="cursor">Where it ends.</param>
    /// <param name="isWanted">Which files are meant; folders always are.</param>
    public CompletionList Complete(string written, int cursor, Func<string, bool> isWanted)
    {
        var slash = written.LastIndexOfAny(['/', '\\']) + 1;
        var (folder, typed) = (written[..slash].Replace('\\', '/'), written[slash..]);
        var start = cursor - typed.Length;
        var items = Entries(folder).Where(entry => entry.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) && (entry.IsFolder || isWanted(entry.Name)))
            .OrderBy(entry => entry.Name.StartsWith('.')).ThenBy(entry => !entry.Name.StartsWith(typed, StringComparison.Ordinal)).ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .Take(MostEntries).Select(entry => new Completion(entry.IsFolder ? entry.Name + "/" : entry.Name, CompletionKinds.Path));
        return new CompletionList(start, cursor, [.. items]);
    }

    /// <summary>Whether the string is handed to something whose name tells of files.</summary>
    private static bool IsForFiles(SyntaxToken literal) =>
        literal.Parent?.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
        && FileWords.Any(word => call.Expression.ToString().Contains(word, StringComparison.Ordinal));

    private static bool LooksLikePath(string written) =>
        written.IndexOfAny(['/', '\\']) >= 0 && !written.Contains("://", StringComparison.Ordinal) && written.IndexOfAny(['<', '>', '"', '|', '\n', '{', '*', '?']) < 0;

    private List<(string Name, bool IsFolder)> Entries(string folder)
    {
        if (IsRemote(folder)) return [];
        try
        {
            var path = Path.GetFullPath(folder, directory);
            if (Nowhere.Any(root => path == root || path.StartsWith(root + "/", StringComparison.Ordinal))) return [];
            var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = 0, ReturnSpecialDirectories = false };
            return [.. new DirectoryInfo(path).EnumerateFileSystemInfos("*", options).Take(MostRead).Select(entry => (entry.Name, entry.Attributes.HasFlag(FileAttributes.Directory)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or System.Security.SecurityException)
        {
            return [];
        }
    }
}
