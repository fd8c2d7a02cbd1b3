namespace Phm.Notebook.Formatting;

/// <summary>A column of a table of values.</summary>
/// <param name="Name">The name of the parts in it.</param>
/// <param name="IsNumeric">Whether all its values are numbers, which stand to the right.</param>
internal sealed record ValueColumn(string Name, bool IsNumeric);
