namespace Phm.Notebook.Verification;

/// <summary>What a comparison of kept and obtained outputs came to, in order of concern: the worst of several is the greatest.</summary>
public enum Verdict
{
    /// <summary>Nothing that is compared differs.</summary>
    Identical,

    /// <summary>Numbers differ by no more than the tolerance, or are spelled otherwise.</summary>
    WithinTolerance,

    /// <summary>It cannot be compared; the reason says why.</summary>
    Unverifiable,

    /// <summary>The run gives an output, or a MIME type of one, that the notebook has not kept.</summary>
    Missing,

    /// <summary>The notebook keeps an output, or a MIME type of one, that the run does not give.</summary>
    Extra,

    /// <summary>Both are there and differ.</summary>
    Changed,

    /// <summary>The cell failed in the run where the kept output shows no error, or the other way round.</summary>
    Error,
}
