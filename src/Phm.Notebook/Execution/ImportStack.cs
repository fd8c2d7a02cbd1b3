namespace Phm.Notebook.Execution;

/// <summary>The files that a running cell is importing, the innermost last, and where of them the running text stands.</summary>
internal sealed class ImportStack(string directory)
{
    private readonly List<string> files = [];
    private readonly List<string> labels = [];

    /// <summary>The folder of the innermost file; without one, the notebook's.</summary>
    public string Directory => files.Count == 0 ? directory : Path.GetDirectoryName(files[^1])!;

    /// <summary>The name of the running text, such as <c>lib/a.ipynb, cell 2</c>; null in the notebook itself.</summary>
    public string? Label => labels.Count == 0 ? null : labels[^1];

    public bool Contains(string file) => files.Contains(file);

    /// <summary>The file's name as the notebook would write it.</summary>
    public string NameOf(string file) => Path.GetRelativePath(directory, file).Replace('\\', '/');

    /// <summary>The files on the way, for an error that goes in circles.</summary>
    public string Way(string file) => string.Join(" → ", files.Append(file).Select(NameOf));

    public void Enter(string file)
    {
        files.Add(file);
        labels.Add(NameOf(file));
    }

    /// <summary>Names a part of the innermost file.</summary>
    public void EnterPart(string part) => labels[^1] = part.Length == 0 ? NameOf(files[^1]) : $"{NameOf(files[^1])}, {part}";

    public void Leave()
    {
        files.RemoveAt(files.Count - 1);
        labels.RemoveAt(labels.Count - 1);
    }
}
