namespace Phm.Codelists;

/// <summary>
/// The lists that say which codes stand for which condition: two that ship with the product, small and with the place where each
/// code was seen, and any that a user brings as a file of the same form.
/// </summary>
public static class ConditionCodelists
{
    private static readonly Lazy<ConditionCodes<SnomedCode>> LazySnomed = new(() => ConditionCodesReader.ReadResource<SnomedCode>(
        "conditions-snomed.csv", "Conditions, SNOMED CT", "Reference sets of NHS England and published code lists; the source of each code is in its row"));

    private static readonly Lazy<ConditionCodes<Icd10Code>> LazyIcd10 = new(() => ConditionCodesReader.ReadResource<Icd10Code>(
        "conditions-icd10.csv", "Conditions, ICD-10", "Quan 2005, Tonelli 2015 and other published code families; the source of each code is in its row"));

    /// <summary>
    /// SNOMED CT concepts of conditions. The list names concepts and not their descendants, so data that are coded more finely need a
    /// list of their own.
    /// </summary>
    public static ConditionCodes<SnomedCode> Snomed => LazySnomed.Value;

    /// <summary>ICD-10 categories and codes of conditions, which take in their subdivisions.</summary>
    public static ConditionCodes<Icd10Code> Icd10 => LazyIcd10.Value;

    /// <summary>
    /// Reads a list from a CSV or CSV.gz file with the columns <c>code</c>, <c>condition</c> (a word of <see cref="Populations.Condition"/> as
    /// in the data dictionary) and, if wanted, <c>term</c> and <c>source</c>. A code may stand in several rows with different conditions.
    /// </summary>
    /// <typeparam name="TCode">The coding system.</typeparam>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">The file is missing or malformed; the message says where, up to the first 20 problems.</exception>
    public static ConditionCodes<TCode> Load<TCode>(string path) where TCode : struct, IClinicalCode<TCode> => ConditionCodesReader.ReadFile<TCode>(path);
}
