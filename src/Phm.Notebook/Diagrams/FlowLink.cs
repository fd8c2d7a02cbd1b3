namespace Phm.Notebook.Diagrams;

/// <summary>A link as it is written.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Start">What it starts with.</param>
/// <param name="End">What it ends in.</param>
/// <param name="Length">Over how many ranks it goes at least.</param>
/// <param name="Text">Its label, or nothing.</param>
internal sealed record FlowLink(LineKind Line, TipKind Start, TipKind End, int Length, string Text);
