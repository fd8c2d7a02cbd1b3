using Phm.Notebook.Outputs;

namespace Phm.Notebook.Assistance;

/// <summary>What is known of a name in a cell: how it is declared and what its documentation says; never a value.</summary>
/// <param name="Data">The same in <c>text/plain</c> and <c>text/html</c>; text of the documentation is escaped.</param>
public sealed record Inspection(MimeBundle Data);
