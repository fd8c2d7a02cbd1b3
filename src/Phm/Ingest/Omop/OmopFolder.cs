namespace Phm.Ingest.Omop;

/// <summary>A folder with files of OMOP tables, whose names may be in upper or lower case.</summary>
internal sealed class OmopFolder
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    private OmopFolder(string path) => Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    /// <summary>The folder's own name, which is all of its path that messages and results show.</summary>
    public string Name { get; }

    public static OmopFolder Open(string path)
    {
        if (!Directory.Exists(path)) throw new DataException($"'{path}' is not a folder. Expected a folder with person.csv or person.csv.gz; look at the path.");
        var folder = new OmopFolder(path);
        var files = Directory.GetFiles(path).Order(StringComparer.Ordinal).ToLookup(file => Path.GetFileName(file).ToLowerInvariant());
        foreach (var schema in OmopSchema.Tables)
        {
            var found = files[schema.Name + ".csv"].Concat(files[schema.Name + ".csv.gz"]).ToArray();
            if (found.Length > 1) throw new DataException($"'{folder.Name}' has both {Path.GetFileName(found[0])} and {Path.GetFileName(found[1])}. Keep the one that is meant.");
            if (found.Length == 1) folder._files.Add(schema.Name, found[0]);
            else if (schema.Required) throw new DataException($"'{folder.Name}' has no {schema.Name}.csv or {schema.Name}.csv.gz. Expected a folder of OMOP CDM v5.4 tables.");
        }
        return folder;
    }

    /// <summary>The file of a table, or null where there is none.</summary>
    public string? FileOf(TableSchema schema) => _files.GetValueOrDefault(schema.Name);
}
