namespace Phm.Notebook.Outputs;

/// <summary>A new value in the place of one shown before, in this cell or an earlier one.</summary>
/// <param name="DisplayId">The id of the <see cref="DisplayOutput"/> that is replaced.</param>
/// <param name="Data">The new value.</param>
public sealed record DisplayUpdate(string DisplayId, MimeBundle Data) : CellOutput;
