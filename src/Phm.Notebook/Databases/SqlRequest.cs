using Phm.Notebook.Directives;

namespace Phm.Notebook.Databases;

/// <summary>What a selector's line asks for.</summary>
/// <param name="Rows">How many rows a page has.</param>
/// <param name="Page">Which page is shown, counted from 1.</param>
/// <param name="Name">The name under which the whole result is kept, or null.</param>
internal sealed record SqlRequest(int Rows, int Page, string? Name)
{
    private const int MostRows = 10_000;
    private const int MostPages = 1_000_000;
    private const int DefaultRows = 100;

    public static SqlRequest Read(DirectiveArguments arguments)
    {
        var name = arguments.Text("--name");
        if (name is not null && !CSharp.CSharpKernel.IsVariableName(name)) throw arguments.Error($"cannot make a C# variable '{name}'");
        return new SqlRequest(arguments.Number("--rows", MostRows, DefaultRows), arguments.Number("--page", MostPages, 1), name);
    }

    public long Before => (long)(Page - 1) * Rows;
}
