using Phm.Notebook.Documents;

namespace Phm.Cli.Tests;

/// <summary>Notebooks that tests make for themselves.</summary>
internal static class SampleNotebook
{
    /// <summary>Writes a notebook of C# cells.</summary>
    public static void Write(string path, params string[] cells)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var document = NotebookDocument.Create(Path.GetFileName(path));
        foreach (var cell in cells) document.AddCode(cell);
        document.Save(path);
    }
}
