namespace Phm.Notebook.Auditing;

/// <summary>What has changed since a notebook's outputs were kept.</summary>
public enum ChangeKind
{
    /// <summary>A cell's code, prose, attachments, tags or settings were edited, or cells were added, removed or moved.</summary>
    Source,

    /// <summary>A kept output is not the one that the run wrote.</summary>
    Output,

    /// <summary>A data file has other bytes, is gone, or is read now and was not.</summary>
    Data,

    /// <summary>A parameter or a seed has another value.</summary>
    Input,

    /// <summary>A library or the engine is another build.</summary>
    Library,

    /// <summary>The runtime, the system or the culture is another.</summary>
    Environment,

    /// <summary>There is no manifest to compare with, or the run that wrote it was not clean and in order.</summary>
    Manifest,
}
