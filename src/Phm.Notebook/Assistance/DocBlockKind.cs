namespace Phm.Notebook.Assistance;

/// <summary>How a block of documentation stands on the page.</summary>
internal enum DocBlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>Lines of code, kept as they are.</summary>
    Code,

    /// <summary>An entry of a list.</summary>
    Item,
}
