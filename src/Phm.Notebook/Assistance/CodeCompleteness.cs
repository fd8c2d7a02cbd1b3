namespace Phm.Notebook.Assistance;

/// <summary>Whether a cell's text can be run as it stands or asks for another line.</summary>
/// <param name="Status">Which of the two, or neither.</param>
/// <param name="Indent">The spaces with which the next line starts; empty where the text is not <see cref="CompletenessStatus.Incomplete"/>.</param>
public sealed record CodeCompleteness(CompletenessStatus Status, string Indent);
