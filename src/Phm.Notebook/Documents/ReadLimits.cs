namespace Phm.Notebook.Documents;

/// <summary>How much of a file is read before it is refused. A notebook may come from anyone.</summary>
/// <remarks>Defaults: 256 MiB and 128 levels of JSON.</remarks>
public sealed record ReadLimits
{
    /// <summary>The defaults.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>The largest file, in bytes.</summary>
    public long Bytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>The deepest nesting of JSON objects and arrays.</summary>
    public int Depth { get; init; } = 128;
}
