using Phm.Populations;

namespace Phm.Ingest;

/// <summary>Linked data that have been read: the people, and a report on how good the data are.</summary>
/// <param name="Population">The people with their records.</param>
/// <param name="Quality">Rows kept and rejected, completeness, and what looks wrong.</param>
public sealed record LinkedData(Population Population, DataQuality Quality)
{
    /// <summary>Reads a folder of native linked data, version 1.</summary>
    /// <param name="folder">The folder, relative to the current directory, which in a notebook is the notebook's own.</param>
    /// <param name="options">Strict by default.</param>
    /// <exception cref="DataException">A file is missing or malformed, or a row is not as the data dictionary says.</exception>
    public static LinkedData Load(string folder, ImportOptions options = default)
    {
        var source = LinkedDataFolder.Open(folder);
        var (population, tables, unknownPractices) = new LinkedDataReader(source, options).Read();
        return new(population, QualityChecks.Run(source.Name, population, tables, unknownPractices, options.Period));
    }

    /// <summary>
    /// Writes a population as native linked data, gzipped, so that reading it back gives the same population. The same population
    /// gives the same bytes.
    /// </summary>
    /// <param name="population">The people.</param>
    /// <param name="folder">A folder that does not exist yet or is empty; it appears whole or not at all.</param>
    public static void Save(Population population, string folder) => LinkedDataWriter.Write(population, folder);
}
