namespace Phm.Findings;

/// <summary>How well a published figure is known. Whatever shows a figure shows this beside it.</summary>
public enum FindingStatus : byte
{
    /// <summary>C: seen in the source that is cited.</summary>
    Seen = 1,

    /// <summary>S: seen only in a secondary source. It is marked wherever it is shown, and a scorecard gives no verdict on it.</summary>
    SecondarySource = 2,

    /// <summary>D: arithmetic on figures that were seen in the source.</summary>
    Arithmetic = 3,

    /// <summary>M: from memory, unconfirmed. It is marked wherever it is shown, and a scorecard gives no verdict on it.</summary>
    Unconfirmed = 4,
}
