namespace Phm.Notebook.Assistance;

/// <summary>A piece of documentation within a paragraph.</summary>
/// <param name="Text">Its text.</param>
/// <param name="IsCode">Whether it is a name or code.</param>
internal readonly record struct DocText(string Text, bool IsCode);
