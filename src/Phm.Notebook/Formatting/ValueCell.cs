namespace Phm.Notebook.Formatting;

/// <summary>A cell of a <see cref="ValueTable"/>: a value, or why it could not be read.</summary>
internal readonly record struct ValueCell(object? Value, string? Error);
