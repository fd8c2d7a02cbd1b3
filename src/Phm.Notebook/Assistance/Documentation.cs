namespace Phm.Notebook.Assistance;

/// <summary>The documentation of a type or member, as its author wrote it.</summary>
internal sealed record Documentation
{
    public static Documentation None { get; } = new();

    public IReadOnlyList<DocBlock> Summary { get; init; } = [];

    public IReadOnlyList<DocEntry> TypeParameters { get; init; } = [];

    public IReadOnlyList<DocEntry> Parameters { get; init; } = [];

    public IReadOnlyList<DocBlock> Returns { get; init; } = [];

    public IReadOnlyList<DocBlock> Value { get; init; } = [];

    public IReadOnlyList<DocEntry> Exceptions { get; init; } = [];

    public IReadOnlyList<DocBlock> Remarks { get; init; } = [];

    public IReadOnlyList<DocBlock> Example { get; init; } = [];
}
