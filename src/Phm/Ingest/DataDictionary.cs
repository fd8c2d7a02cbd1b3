using System.Globalization;
using System.Text;

namespace Phm.Ingest;

/// <summary>The data dictionary of native linked data in words, printed from the schema that the reader uses.</summary>
public static class DataDictionary
{
    /// <summary>The dictionary as Markdown: one section a table, one row a column.</summary>
    public static string ToMarkdown()
    {
        var text = new StringBuilder();
        foreach (var table in NativeSchema.Tables)
        {
            text.Append(CultureInfo.InvariantCulture, $"### {table.Name}{(table.Required ? " (must be there)" : "")}\n\n{table.Meaning}\n\n| column | holds | meaning |\n|---|---|---|\n");
            foreach (var column in table.Columns)
            {
                text.Append(CultureInfo.InvariantCulture, $"| `{column.Name}`{(column.Required ? " (required)" : "")} | {Holds(column)} | {column.Meaning} |\n");
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    private static string Holds(ColumnSchema column) => column.Kind == ColumnKind.Word
        ? "one of " + string.Join(", ", column.Words.Select(word => $"`{word}`"))
        : column.Expected;
}
