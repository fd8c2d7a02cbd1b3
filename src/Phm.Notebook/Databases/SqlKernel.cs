using System.Text;
using Microsoft.Data.Sqlite;
using Phm.Notebook.CSharp;
using Phm.Notebook.Directives;
using Phm.Notebook.Execution;
using Phm.Notebook.Kernels;
using Phm.Notebook.Outputs;
using SQLitePCL;

namespace Phm.Notebook.Databases;

/// <summary>A connected database: each cell is SQL on a connection of its own, each result set a table.</summary>
internal sealed class SqlKernel(string name, SqliteDatabase database) : Kernel(new DirectiveUsage(
    name, "[--rows 100] [--page 1] [--name NAME]", "Runs the text as SQL, with @x for the C# variable x; --name keeps the whole result as a C# variable.")
{
    Options = ["--rows", "--page", "--name"],
})
{
    /// <summary>What the names of databases start with.</summary>
    public const string Prefix = "sql-";

    /// <summary>How many steps SQLite takes between two looks at whether the cell has been stopped.</summary>
    private const int StepsBetweenLooks = 10_000;

    private readonly Dictionary<string, SqlTable> tables = new(StringComparer.Ordinal);

    public SqliteDatabase Database => database;

    public static string NotConnected(string name, IEnumerable<string> kernels)
    {
        var connected = kernels.Where(kernel => kernel.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(kernel => "#!" + kernel).ToList();
        var meant = NearestName.Of("#!" + name, connected);
        var suffix = name.StartsWith(Prefix, StringComparison.Ordinal) && name.Length > Prefix.Length ? name[Prefix.Length..] : "linked";
        return $"'#!{name}' is no connected database.{(meant is null ? "" : $" Did you mean '{meant}'?")} Connect one by #!connect sqlite --kernel-name {suffix} \"Data Source=FILE\"; its cells start with #!{Prefix}{suffix}."
            + (connected.Count == 0 ? "" : $" Connected: {string.Join(", ", connected)}.");
    }

    public override bool TryGetValue(string name, out object? value)
    {
        var found = tables.TryGetValue(name, out var table);
        value = table;
        return found;
    }

    protected override async Task ExecuteAsync(TextStep step, DirectiveArguments arguments, CellRun run)
    {
        var request = SqlRequest.Read(arguments);
        var place = new SqlPlace(Encoding.UTF8.GetBytes(step.Text), step.Line, run.Label);
        SqlTable? table = null;
        run.Controlled(() => { table = Run(place, request, step.Selector, run); });
        if (request.Name is null) return;
        tables[request.Name] = table ?? throw CellFailedException.Directive($"The SQL gives no rows to keep as '{request.Name}'.", step.Selector);
        await run.Session.CSharp.DeclareAsync(request.Name, table, step.Selector, run).ConfigureAwait(false);
    }

    /// <summary>Runs the statements one after another; what the first ones show stays where a later one fails.</summary>
    private SqlTable? Run(SqlPlace place, SqlRequest request, int line, CellRun run)
    {
        database.CheckIsThere(line);
        run.Session.Reads.ReportOnce(database.Path);
        using var connection = database.Open(line);
        var handle = connection.Handle!;
        raw.sqlite3_progress_handler(handle, StepsBetweenLooks, _ => run.Stop.IsCancellationRequested ? 1 : 0, null);
        using var interrupt = run.Stop.UnsafeRegister(_ => raw.sqlite3_interrupt(handle), null);
        var parameters = new SqlParameters(run.Session);
        SqlTable? table = null;
        for (var at = place.SkipBlank(0); at < place.Utf8.Length;)
        {
            using var statement = SqlStatement.Prepare(handle, place, at, run.Stop);
            if (statement is null) break;
            if (database.IsReadOnly && statement.IsVacuum) throw statement.Error(SqlErrors.ReadingOnly);
            parameters.Bind(statement);
            if (statement.Columns == 0) ShowAffected(statement, handle, run);
            else if (table is not null) throw statement.Error($"a second result for the one name '{request.Name}'; give each result a cell of its own");
            else table = ShowRows(statement, request, run);
            ReportAttached(connection, run);
            at = place.SkipBlank(statement.End);
        }
        return table;
    }

    private static SqlTable? ShowRows(SqlStatement statement, SqlRequest request, CellRun run)
    {
        var result = SqlResult.Read(statement, request);
        run.Display(SqlPageWriter.Bundle(result.Page));
        return request.Name is null ? null : result.Table;
    }

    private static void ShowAffected(SqlStatement statement, sqlite3 handle, CellRun run)
    {
        var before = raw.sqlite3_total_changes(handle);
        while (statement.Step())
        {
            // A statement without columns is done in one step.
        }
        var rows = raw.sqlite3_total_changes(handle) - before;
        run.Display(MimeBundle.Of(MimeTypes.Text, rows == 1 ? "1 row affected" : $"{SqlPage.Number(rows)} rows affected"));
    }

    /// <summary>A statement may have attached another file, which the next one reads.</summary>
    private void ReportAttached(SqliteConnection connection, CellRun run)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select file from pragma_database_list where file <> ''";
        using var files = command.ExecuteReader();
        while (files.Read())
        {
            var path = Path.GetFullPath(files.GetString(0));
            if (path != database.Path && File.Exists(path)) run.Session.Reads.ReportOnce(path);
        }
    }
}
