namespace Phm.Ingest.Omop;

/// <summary>Data in the OMOP Common Data Model, version 5.4, as linked data.</summary>
/// <remarks>OHDSI, OMOP CDM v5.4, https://ohdsi.github.io/CommonDataModel/cdm54.html.</remarks>
public static class OmopData
{
    /// <summary>
    /// Reads a folder of OMOP tables as CSV or CSV.gz, named and headed in upper or lower case: person, and as far as they are there
    /// visit_occurrence, condition_occurrence, observation, drug_exposure, measurement, death, cost, location, care_site and concept. Other files
    /// are passed over.
    /// </summary>
    /// <param name="folder">The folder, relative to the current directory, which in a notebook is the notebook's own.</param>
    /// <param name="options">Strict by default: a malformed cell, or a row of a person who is not there, and nothing is imported. Rows
    /// that are well formed but have no place in the product are left out and counted in the quality report.</param>
    /// <exception cref="DataException">A file is missing or malformed, or a row is.</exception>
    public static LinkedData Load(string folder, OmopOptions options = default) => new OmopReader(OmopFolder.Open(folder), options).Read();
}
