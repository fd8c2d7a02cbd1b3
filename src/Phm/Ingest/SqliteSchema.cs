namespace Phm.Ingest;

/// <summary>The tables of native linked data in SQL.</summary>
internal static class SqliteSchema
{
    private const string PatientId = "patient_id";
    private const string PracticeCode = "practice_code";

    public static string Table(TableSchema schema) =>
        $"create table {Name(schema.Name)} (\n  {string.Join(",\n  ", schema.Columns.Select(column => Column(schema, column)))}\n)";

    public static string Insert(TableSchema schema) =>
        $"insert into {Name(schema.Name)} values ({string.Join(", ", schema.Columns.Select(_ => "?"))})";

    /// <summary>A person's events in order of time; and what tables are joined or narrowed by.</summary>
    public static IEnumerable<string> Indexes(TableSchema schema)
    {
        if (schema == NativeSchema.Practices) yield break;
        if (schema == NativeSchema.Patients)
        {
            yield return Index(schema, PracticeCode);
            yield break;
        }
        var day = schema.Columns.First(column => column.Kind == ColumnKind.Date).Name;
        yield return Index(schema, PatientId, day);
        yield return Index(schema, day);
        if (schema.Columns.FirstOrDefault(column => column.Kind == ColumnKind.Word) is { } word) yield return Index(schema, word.Name);
    }

    private static string Column(TableSchema schema, ColumnSchema column) =>
        $"{Name(column.Name)} {Type(column)}{(column.Required ? " not null" : "")}{Key(schema, column)}";

    private static string Key(TableSchema schema, ColumnSchema column) =>
        schema == NativeSchema.Patients && column.Name == PatientId ? " primary key"
        : schema == NativeSchema.Practices && column.Name == PracticeCode ? " primary key"
        : column.Name == PatientId ? $" references {Name(NativeSchema.Patients.Name)}"
        : "";

    private static string Type(ColumnSchema column) => column.Kind switch
    {
        ColumnKind.Number => column.IsWhole ? "integer" : "real",
        ColumnKind.Whole or ColumnKind.YesNo => "integer",
        _ => "text",
    };

    private static string Index(TableSchema schema, params string[] columns) =>
        $"create index {schema.Name}_by_{string.Join('_', columns)} on {Name(schema.Name)} ({string.Join(", ", columns.Select(Name))})";

    /// <summary>Names such as "end" and "date" are words of SQL too.</summary>
    private static string Name(string name) => $"\"{name}\"";
}
