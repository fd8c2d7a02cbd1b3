namespace Phm.Populations;

/// <summary>The five broad ethnic groups of the Census 2021 for England and Wales. Not recorded is a missing value, not a member.</summary>
public enum EthnicGroup : byte
{
    /// <summary>Asian, Asian British or Asian Welsh.</summary>
    [Term("asian", "Asian")]
    Asian = 1,

    /// <summary>Black, Black British, Black Welsh, Caribbean or African.</summary>
    [Term("black", "Black")]
    Black = 2,

    /// <summary>Mixed or multiple ethnic groups.</summary>
    [Term("mixed", "Mixed")]
    Mixed = 3,

    /// <summary>White.</summary>
    [Term("white", "White")]
    White = 4,

    /// <summary>Other ethnic group.</summary>
    [Term("other", "Other")]
    Other = 5,
}
