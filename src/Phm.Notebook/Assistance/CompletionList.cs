namespace Phm.Notebook.Assistance;

/// <summary>What may stand at a place of a cell, best first. Offsets count UTF-16 units of the cell's text.</summary>
/// <param name="Start">The first unit that an accepted item replaces.</param>
/// <param name="End">The unit after the last one that it replaces; never before the cursor.</param>
/// <param name="Items">At most 1,000 items; none where nothing is to be said.</param>
public sealed record CompletionList(int Start, int End, IReadOnlyList<Completion> Items);
