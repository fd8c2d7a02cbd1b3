namespace Phm.Notebook.Assistance;

/// <summary>Whether a cell's text can be run as it stands.</summary>
public enum CompletenessStatus
{
    /// <summary>It can be run.</summary>
    Complete,

    /// <summary>Something that it opens is not closed yet: more has to follow.</summary>
    Incomplete,

    /// <summary>No text that follows makes it right.</summary>
    Invalid,

    /// <summary>It cannot be told.</summary>
    Unknown,
}
