using System.Reflection;
using Phm.Notebook.Documents;
using Phm.Notebook.Execution;
using Phm.Notebook.Running;

namespace Phm.Notebook.Auditing;

/// <summary>Draws up the manifest of a run that has succeeded.</summary>
internal static class ManifestWriter
{
    public static Manifest Of(NotebookDocument document, NotebookSession session, RunWitness witness)
    {
        var executions = Executions(document);
        return new Manifest
        {
            Assemblies = [.. session.ReferencedAssemblies.Select(path => OfFile(path, session.Directory)).OrderBy(assembly => assembly.Name, StringComparer.Ordinal)],
            Cells = [.. document.Cells.Select(OfCell)],
            Clean = session.ExecutionCount == executions.Count,
            Engine = Engine(),
            Environment = ManifestEnvironment.Here,
            Files = witness.Files,
            InOrder = executions.SequenceEqual(Enumerable.Range(1, executions.Count).Select(number => (int?)number)),
            Parameters = NotebookParameters.Effective(document),
            Seeds = witness.Seeds,
        };
    }

    public static ManifestCell OfCell(NotebookCell cell) =>
        new(Digest.OfAttachments(cell.Attachments), cell.Id, cell.Kind == CellKind.Code ? Digest.OfOutputs(cell.Outputs) : null, Digest.OfSettings(cell), Digest.OfSource(cell.Source));

    public static ManifestAssembly Engine()
    {
        var assembly = typeof(ManifestWriter).Assembly;
        return new ManifestAssembly(assembly.GetName().Name!, null, Digest.OfFile(assembly.Location), VersionOf(assembly.GetName()));
    }

    private static ManifestAssembly OfFile(string path, string folder)
    {
        var name = AssemblyName.GetAssemblyName(path);
        return new ManifestAssembly(name.Name!, RunWitness.RelativeTo(folder, path), Digest.OfFile(path), VersionOf(name));
    }

    private static string VersionOf(AssemblyName name) => name.Version?.ToString() ?? "";

    /// <summary>The numbers of the executions, in the order of the cells; cells without code have none.</summary>
    private static List<int?> Executions(NotebookDocument document) =>
        [.. document.Cells.Where(cell => cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source)).Select(cell => cell.ExecutionCount)];
}
