namespace Phm.Notebook.Execution;

/// <summary>A question of a cell to the person at the notebook.</summary>
/// <param name="Prompt">The question.</param>
/// <param name="IsPassword">Whether the answer must not be shown.</param>
public sealed record InputRequest(string Prompt, bool IsPassword);
