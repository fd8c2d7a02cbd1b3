namespace Phm.Notebook.Documents;

/// <summary>The kinds of cell that nbformat 4 knows.</summary>
public enum CellKind
{
    /// <summary>Source that runs and keeps outputs.</summary>
    Code,

    /// <summary>Prose.</summary>
    Markdown,

    /// <summary>Text that tools pass through as it is.</summary>
    Raw,
}
