using System.Globalization;
using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.Ingest;

/// <summary>
/// Linked data that have been read: the people, and a report on how good the data are. Shown by itself it says what is there.
/// </summary>
/// <param name="Population">The people with their records.</param>
/// <param name="Quality">Rows kept and rejected, completeness, and what looks wrong.</param>
public sealed record LinkedData(Population Population, DataQuality Quality) : Result
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

    /// <summary>The tables that are there, with their rows, the people who have any, and the days that they span.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = string.Create(CultureInfo.InvariantCulture, $"Linked data '{Quality.Source}': {Population.Count:N0} people, {Population.Geography.Practices.Count:N0} practices"),
        Columns = [new("Table"), new("Rows", ColumnFormat.Count), new("People with a row", ColumnFormat.Count), new("First day"), new("Last day")],
        Rows = [.. Population.Tables.Events.Select(table => Row(table.Name, table.Table))],
        Notes = ["A table that did not come with the data is marked [x]; an analysis that needs it says so.", Quality.Policy.Note],
    };

    private TableCell[] Row(string name, EventTable table)
    {
        if (!table.IsAvailable) return [name, DisclosedValue.Missing, DisclosedValue.Missing, "", ""];
        var people = Enumerable.Range(0, Population.Count).LongCount(position => !table.RowsOf(Population.PatientAt(position)).Equals(Empty(table, Population.PatientAt(position))));
        var dates = table.Date.ToArray();
        return dates.Length == 0
            ? [name, 0.0, 0.0, "", ""]
            : [name, Quality.Policy.Count(dates.Length), Quality.Policy.Count(people), dates.Min().ToString(), dates.Max().ToString()];
    }

    private static Range Empty(EventTable table, int patient) => table.RowsOf(patient).Start..table.RowsOf(patient).Start;
}
