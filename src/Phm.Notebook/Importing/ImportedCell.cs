namespace Phm.Notebook.Importing;

/// <summary>A part of an imported file.</summary>
/// <param name="Part">Its name within the file, such as <c>cell 2</c>; empty where lines are counted through the file.</param>
/// <param name="Source">Its text.</param>
/// <param name="Kernel">The kernel at its start.</param>
internal sealed record ImportedCell(string Part, string Source, string Kernel);
