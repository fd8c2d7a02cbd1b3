namespace Phm.Disclosure;

/// <summary>How people's records left the guard of a list.</summary>
public enum AuditAction
{
    /// <summary>They were shown.</summary>
    Reveal,

    /// <summary>They were written to a file.</summary>
    Export,
}
