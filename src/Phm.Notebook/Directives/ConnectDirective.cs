using System.Text.RegularExpressions;
using Phm.Notebook.Databases;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Directives;

/// <summary><c>#!connect sqlite</c>: a database whose cells start with <c>#!sql-</c> and the name that is given here.</summary>
internal sealed partial class ConnectDirective() : Directive(new DirectiveUsage(
    "connect", "sqlite --kernel-name NAME \"Data Source=FILE\"", "Connects a database, for reading unless Mode=ReadWrite is said; its cells start with #!sql-NAME.")
{
    Options = ["--kernel-name", "--connection-string"],
    Words = 2,
})
{
    protected override Task ExecuteAsync(DirectiveArguments arguments, int line, CellRun run)
    {
        if (arguments.Words.Count == 0) throw arguments.Error("says no kind of database");
        if (arguments.Words[0].Text != "sqlite") throw arguments.Error($"knows SQLite databases, and no '{arguments.Words[0].Text}'");
        var name = arguments.Required("--kernel-name").Text;
        if (!KernelName().IsMatch(name)) throw arguments.Error("needs a name of letters, digits, '-', '_' and '.' after '--kernel-name'");
        var connection = arguments.Words.Count > 1 ? arguments.Words[1].Text : arguments.Required("--connection-string").Text;
        var kernel = new SqlKernel(SqlKernel.Prefix + name, SqliteDatabase.Find(connection, run.SourceDirectory, line));
        run.Session.Kernels.Register(kernel);
        run.Display(MimeBundle.Of(MimeTypes.Text, $"Kernel added: #!{kernel.Name}"));
        return Task.CompletedTask;
    }

    [GeneratedRegex(@"^[A-Za-z0-9][\w.\-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex KernelName();
}
