namespace Phm.Notebook.Verification;

/// <summary>By what two parts are matched: the same digest of everything, of everything but numbers, or of their kind alone.</summary>
internal readonly record struct AlignmentKey(ulong Exact, ulong Shape, ulong Kind);
