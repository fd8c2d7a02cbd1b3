namespace Phm.Segmentation;

/// <summary>What a table or a chart of a grid shows in each cell.</summary>
public enum GridMeasure
{
    /// <summary>People.</summary>
    People,

    /// <summary>People as a share of all people in the unit.</summary>
    ShareOfPeople,

    /// <summary>Spend in pounds.</summary>
    Spend,

    /// <summary>Spend in pounds for each person.</summary>
    SpendPerHead,

    /// <summary>Spend as a share of all spend in the unit.</summary>
    ShareOfSpend,
}
