namespace Phm.Notebook.Outputs;

/// <summary>A piece of text written to the console; pieces of one stream follow each other without a break.</summary>
/// <param name="Stream"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text.</param>
public sealed record StreamOutput(string Stream, string Text) : CellOutput
{
    internal const string Out = "stdout";
    internal const string Error = "stderr";
}
