namespace Phm.Disclosure;

/// <summary>What became of a number on its way to the reader.</summary>
public enum DisclosureState : byte
{
    /// <summary>Never known.</summary>
    Missing,

    /// <summary>Known, and withheld to protect people.</summary>
    Suppressed,

    /// <summary>Shown, possibly rounded.</summary>
    Shown,
}
