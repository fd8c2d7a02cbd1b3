using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Phm.Notebook.CSharp;

/// <summary>What the engine must know of an assembly before it loads it.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Mvid">The identity of its build.</param>
/// <param name="References">The simple names of the assemblies that it refers to.</param>
internal sealed record AssemblyFile(string Name, Guid Mvid, IReadOnlyList<string> References)
{
    /// <summary>Null where the file is no .NET assembly.</summary>
    public static AssemblyFile? TryRead(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var image = new PEReader(stream);
            if (!image.HasMetadata) return null;
            var metadata = image.GetMetadataReader();
            if (!metadata.IsAssembly) return null;
            var references = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));
            return new AssemblyFile(
                metadata.GetString(metadata.GetAssemblyDefinition().Name), metadata.GetGuid(metadata.GetModuleDefinition().Mvid), [.. references]);
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }
}
