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
        PopulationActivity.Tell(population, isSynthetic: false);
        return new(population, QualityChecks.Run(source.Name, population, tables, unknownPractices, options.Period));
    }

    /// <summary>
    /// Writes a population as native linked data, gzipped, so that reading it back gives the same population. The same population
    /// gives the same bytes.
    /// </summary>
    /// <param name="population">The people.</param>
    /// <param name="folder">A folder that does not exist yet or is empty; it appears whole or not at all.</param>
    public static void Save(Population population, string folder) => LinkedDataWriter.Write(population, folder);

    /// <summary>The tables that are there, with their rows, the people who have any, and the months that they span, all under the policy.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = string.Create(CultureInfo.InvariantCulture, $"Linked data '{Quality.Source}': {new TableColumn("", ColumnFormat.Count).Print(Quality.Policy.Count(Population.Count))} people, {Population.Geography.Practices.Count:N0} practices"),
        Columns = [new("Table"), new("Rows", ColumnFormat.Count), new("People with a row", ColumnFormat.Count), new("First month"), new("Last month")],
        Rows = [.. Population.Tables.Events.Select(table => Row(table.Name, table.Table))],
        Notes = ["A table that did not come with the data is marked [x]; an analysis that needs it says so.", Quality.Policy.Note],
    };

    private TableCell[] Row(string name, EventTable table)
    {
        if (!table.IsAvailable) return [name, DisclosedValue.Missing, DisclosedValue.Missing, "", ""];
        var people = Enumerable.Range(0, Population.Count).LongCount(position => !table.RowsOf(Population.PatientAt(position)).Equals(Empty(table, Population.PatientAt(position))));
        if (table.Rows == 0) return [name, 0.0, 0.0, "", ""];
        var (rows, shown) = (Quality.Policy.Count(table.Rows), Quality.Policy.Count(people));
        if (shown.IsSuppressed) return [name, DisclosedValue.Suppressed, shown, DisclosedValue.Suppressed, DisclosedValue.Suppressed];
        var (first, last) = (Day.Latest, Day.Earliest);
        foreach (var day in table.Date.Span)
        {
            if (day < first) first = day;
            if (day > last) last = day;
        }
        return [name, rows, shown, Month(first), Month(last)];
    }

    /// <summary>A month, because the first or last day of a table is often that of one person.</summary>
    private static string Month(Day day) => day.Date.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static Range Empty(EventTable table, int patient) => table.RowsOf(patient).Start..table.RowsOf(patient).Start;
}
