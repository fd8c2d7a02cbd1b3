namespace Phm.Presentation;

/// <summary>How the cells of a column are written.</summary>
public enum ColumnFormat
{
    /// <summary>Words, aligned to the left.</summary>
    Text,

    /// <summary>A whole number with thousands separators.</summary>
    Count,

    /// <summary>A number with one decimal.</summary>
    Decimal1,

    /// <summary>A number with two decimals.</summary>
    Decimal2,

    /// <summary>A number with three decimals.</summary>
    Decimal3,

    /// <summary>A proportion between 0 and 1 written as a percentage with one decimal.</summary>
    Percent,

    /// <summary>Pounds, without pence.</summary>
    Pounds,

    /// <summary>A number of any size with four significant digits.</summary>
    Significant,

    /// <summary>A probability of chance with three decimals; below 0.001 no more is said than that.</summary>
    PValue,
}
