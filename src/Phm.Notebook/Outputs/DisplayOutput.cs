namespace Phm.Notebook.Outputs;

/// <summary>A value shown by <c>display</c>.</summary>
/// <param name="Data">The value.</param>
/// <param name="DisplayId">The id by which a later <see cref="DisplayUpdate"/> replaces it, unique in a session and the same in every run.</param>
public sealed record DisplayOutput(MimeBundle Data, string DisplayId) : CellOutput;
