using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Auditing;

/// <summary>
/// The conditions under which a notebook's outputs were obtained, kept in the notebook's own metadata under
/// <c>phm.manifest</c>: digests of every cell, of every data file that was read and of the libraries, and how the run went. It is
/// written by the runner alone. It is no signature: whoever alters outputs can alter it as well, and only a new run tells.
/// </summary>
/// <remarks>
/// Digests are SHA-256 in lower-case hexadecimal. Members are in alphabetical order, as Jupyter sorts them. Digests of outputs, attachments
/// and settings are of JSON in UTF-8 as Python's <c>json.dumps(…, indent=1, sort_keys=True, ensure_ascii=False)</c> writes it, with a final
/// line feed: without the outputs' <c>execution_count</c>, text that stands as lines joined, and numbers with a fraction or an exponent
/// spelled as the shortest that .NET reads back (<c>1.0</c> is 1). Settings are the members <c>kernel</c> (null for C#), <c>kind</c>, <c>phm</c> and <c>tags</c>, sorted.
/// </remarks>
public sealed record Manifest
{
    /// <summary>The version of this form.</summary>
    public const int CurrentVersion = 2;

    private const string Place = "phm";
    private const string Key = "manifest";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 16,
    };

    /// <summary>The assemblies that cells referenced, and what these brought along, by name.</summary>
    public IReadOnlyList<ManifestAssembly> Assemblies { get; init; } = [];

    /// <summary>The cells, in order.</summary>
    public IReadOnlyList<ManifestCell> Cells { get; init; } = [];

    /// <summary>Whether the session was new and executed nothing but the notebook's own cells.</summary>
    public bool Clean { get; init; }

    /// <summary>The engine that ran the cells.</summary>
    public ManifestAssembly? Engine { get; init; }

    /// <summary>The machine, as far as it may matter.</summary>
    public ManifestEnvironment? Environment { get; init; }

    /// <summary>The data files that were read, by path.</summary>
    public IReadOnlyList<ManifestFile> Files { get; init; } = [];

    /// <summary>Whether every code cell was executed once, from top to bottom.</summary>
    public bool InOrder { get; init; }

    /// <summary>The values of the notebook's parameters as C# source, by name.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The seeds of the random numbers that were drawn, in order of use.</summary>
    public IReadOnlyList<string> Seeds { get; init; } = [];

    /// <summary>The version of the form.</summary>
    [JsonRequired]
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The serializer lets empty places of lists pass.</summary>
    private bool IsWhole => !Assemblies.Contains(null!) && !Cells.Contains(null!) && !Files.Contains(null!) && !Seeds.Contains(null!) && !Parameters.Values.Contains(null!);

    /// <summary>Reads the manifest of a notebook.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="problem">Why there is none to be relied on, in a sentence; null where there is one.</param>
    /// <returns>The manifest, or null.</returns>
    public static Manifest? Read(NotebookDocument document, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(document);
        problem = null;
        if ((document.Metadata[Place] as JsonObject)?[Key] is not { } node)
        {
            problem = "The notebook has no audit manifest. 'phm run --update' writes one.";
            return null;
        }
        try
        {
            var manifest = node.Deserialize<Manifest>(Json);
            if (manifest is { Version: CurrentVersion }) return manifest.IsWhole ? manifest : throw new JsonException();
            problem = $"The audit manifest is not of version {CurrentVersion}, the only one that is known here. 'phm run --update' writes a new one.";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            problem = "The audit manifest is broken and cannot be read. 'phm run --update' writes a new one.";
        }
        return null;
    }

    /// <summary>Takes the manifest out of a notebook whose outputs it no longer describes.</summary>
    internal static void RemoveFrom(NotebookDocument document)
    {
        if (document.Metadata[Place] is not JsonObject place) return;
        place.Remove(Key);
        if (place.Count == 0) document.Metadata.Remove(Place);
    }

    /// <summary>Puts the manifest into a notebook's metadata, in the place that alphabetical order gives it.</summary>
    internal void WriteTo(NotebookDocument document)
    {
        var metadata = document.Metadata;
        if (metadata[Place] is not JsonObject place)
        {
            metadata.Remove(Place);
            var before = metadata.TakeWhile(member => string.CompareOrdinal(member.Key, Place) < 0).Count();
            metadata.Insert(before, Place, place = []);
        }
        place[Key] = JsonSerializer.SerializeToNode(this, Json);
    }
}
