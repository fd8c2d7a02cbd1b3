using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Phm.Notebook.CSharp;

namespace Phm.Notebook.Assistance;

/// <summary>
/// Compiles cells that are being written as if they came next in the session, without adding them to it.
/// </summary>
/// <remarks>
/// Every compilation here is a <see cref="Submission"/>, which binds its references one at a time with all others of the process, and
/// takes the session's own references, so that no type gets a second identity. Between two cells that are executed there is one
/// compilation with bound references; what is typed only replaces its text. An instance is used by one thread at a time.
/// </remarks>
internal sealed class SketchBook(SubmissionChain chain, string directory)
{
    private const string Name = "Sketch";

    private readonly TypedReferences typed = new(directory);
    private readonly LoadedScripts scripts = new(directory);
    private ImmutableArray<MetadataReference> references = [];
    private Submission? previous;
    private Submission? ground;

    /// <summary>The references that cells see, and those of the cell that was sketched last.</summary>
    public ImmutableArray<MetadataReference> References => references;

    /// <summary>Whether an assembly is one that cells name, and not one that such a one needs.</summary>
    public bool IsOfNotebook(IAssemblySymbol assembly) => chain.Assemblies.IsNamed(assembly.Name);

    /// <summary>A compilation of a cell's C#. It has the length of the code, or is longer where the caller made it so.</summary>
    public Submission Sketch(string code)
    {
        var last = chain.Last;
        var known = chain.Assemblies.References;
        var (rest, added) = typed.Read(code, known);
        if (ground is null || last != previous || !references.AsSpan().SequenceEqual(known.AddRange(added).AsSpan()))
        {
            (previous, references) = (last, known.AddRange(added));
            ground = Submission.Create("", "", Name, references, scripts, last);
        }
        return ground.With(rest, scripts);
    }
}
