namespace Phm.Ingest;

/// <summary>What the cells of a column hold.</summary>
public enum ColumnKind
{
    /// <summary>A pseudonym, code or name of 1 to 64 bytes in UTF-8 without control characters.</summary>
    Text,

    /// <summary>A calendar date as YYYY-MM-DD between 1900-01-01 and 2079-06-06.</summary>
    Date,

    /// <summary>A number with a point as decimal mark.</summary>
    Number,

    /// <summary>A whole number, as identifiers are in OMOP.</summary>
    Whole,

    /// <summary>0 for no, 1 for yes.</summary>
    YesNo,

    /// <summary>A word of a closed set.</summary>
    Word,
}
