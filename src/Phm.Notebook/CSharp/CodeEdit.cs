namespace Phm.Notebook.CSharp;

/// <summary>A text that takes the place of some characters of a code, or of none.</summary>
/// <param name="Start">The first character's position.</param>
/// <param name="Length">How many characters give way.</param>
/// <param name="Text">What comes in their place; it has no line break.</param>
internal readonly record struct CodeEdit(int Start, int Length, string Text);
