namespace Phm.Notebook.Formatting;

/// <summary>A column of a <see cref="ValueTable"/>.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="IsNumeric">Whether all its values are numbers, which stand to the right.</param>
internal sealed record ValueColumn(string Name, bool IsNumeric);
