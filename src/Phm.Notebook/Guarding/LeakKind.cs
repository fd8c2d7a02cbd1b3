namespace Phm.Notebook.Guarding;

/// <summary>What about people a kept notebook gives away.</summary>
public enum LeakKind
{
    /// <summary>The identifier of someone in the data that the notebook has read. No review silences it.</summary>
    PatientIdentifier,

    /// <summary>A number that is a valid NHS number, or a CHI number of Scotland, which has the same form.</summary>
    NhsNumber,

    /// <summary>A full postcode, which a dozen homes share, in a table of people.</summary>
    Postcode,

    /// <summary>A table or CSV text with one row a person, told by its headings.</summary>
    PersonLevelTable,
}
