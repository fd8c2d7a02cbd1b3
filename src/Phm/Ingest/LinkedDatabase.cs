using Phm.Populations;

namespace Phm.Ingest;

/// <summary>
/// Linked data as a SQLite database, for SQL: the tables and columns of the native format under their own names, empty cells as NULL,
/// dates as text such as 2025-03-31, yes and no as 1 and 0. <b>It holds a row for every person</b>: keep it where the data may be.
/// </summary>
public static class LinkedDatabase
{
    /// <summary>
    /// Writes a population as a database. A table that did not come with the data is not there. The same population gives the same
    /// bytes with the same version of SQLite.
    /// </summary>
    /// <param name="population">The people with their records.</param>
    /// <param name="path">
    /// The file, relative to the current directory, which in a notebook is the notebook's own; it appears whole or not at all. A database that was
    /// written so before is replaced.
    /// </param>
    /// <exception cref="DataException">Another file is in that place, or the database cannot be written.</exception>
    public static void Save(Population population, string path)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var target = Path.GetFullPath(path);
        if (Directory.Exists(target) || (File.Exists(target) && !SqliteFile.IsLinkedDatabase(target)))
            throw new DataException($"'{path}' exists and is no database of linked data. Choose another name, or remove it yourself.");
        if (!Directory.Exists(Path.GetDirectoryName(target))) throw new DataException($"'{path}' lies in a folder that does not exist. Create the folder, or choose another.");
        var unfinished = target + ".unfinished";
        File.Delete(unfinished);
        try
        {
            using (var file = SqliteFile.Create(unfinished))
            {
                foreach (var (schema, write) in new LinkedRows(population).Tables()) file.Write(schema, write);
                file.Commit();
            }
            File.Move(unfinished, target, overwrite: true);
            PhmActivities.TellWritten(target);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
