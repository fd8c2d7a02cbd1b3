namespace Phm.Notebook.Exporting;

/// <summary>A stretch of a script, in the order of the notebook.</summary>
internal abstract record ScriptBlock;

/// <summary>Text that becomes comments.</summary>
/// <param name="Text">Its lines.</param>
internal sealed record CommentBlock(string Text) : ScriptBlock;

/// <summary>C# that becomes statements.</summary>
/// <param name="Part">The code with what the compiler knows of it.</param>
internal sealed record CodeBlock(ScriptPart Part) : ScriptBlock;
