using Phm.Populations;

namespace Phm.Ingest;

/// <summary>How linked data are read. The default is strict: any problem, and nothing is imported.</summary>
public readonly record struct ImportOptions
{
    /// <summary>
    /// A folder for rejected rows. Where it is given, good rows are imported and every rejected row is written there with its
    /// reason; the folder then holds patient data.
    /// </summary>
    public string? Quarantine { get; init; }

    /// <summary>The period that the data should cover, for the quality report; null where it is not known.</summary>
    public Period? Period { get; init; }
}
