namespace Phm.Ingest;

/// <summary>A folder with the files of native linked data.</summary>
internal sealed class LinkedDataFolder
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    private LinkedDataFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>The folder's own name, which is all of its path that messages and results show.</summary>
    public string Name => System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(Path)));

    public static LinkedDataFolder Open(string path)
    {
        if (!Directory.Exists(path)) throw new DataException($"'{path}' is not a folder. Expected a folder with patients.csv or patients.csv.gz; look at the path.");
        var folder = new LinkedDataFolder(path);
        foreach (var schema in NativeSchema.Tables) folder.Find(schema);
        return folder;
    }

    /// <summary>The file of a table, or null where there is none.</summary>
    public string? FileOf(TableSchema schema) => _files.GetValueOrDefault(schema.Name);

    private void Find(TableSchema schema)
    {
        string[] names = [schema.Name + ".csv", schema.Name + ".csv.gz"];
        var found = names.Where(name => File.Exists(System.IO.Path.Combine(Path, name))).ToArray();
        if (found.Length == 2) throw new DataException($"'{Name}' has both {names[0]} and {names[1]}. Keep the one that is meant.");
        if (found.Length == 1) _files.Add(schema.Name, System.IO.Path.Combine(Path, found[0]));
        else if (schema.Required) throw new DataException($"'{Name}' has no {names[0]} or {names[1]}. Expected a folder of native linked data, version {NativeSchema.Version}; for an OMOP folder use 'phm data import --from omop'.");
    }
}
