using System.Text.Json;

namespace Phm.Jupyter.Installation;

/// <summary>A kernel as it is installed: a folder with the file <c>kernel.json</c>, which says how to start it.</summary>
public sealed record KernelSpec
{
    /// <summary>The file that makes a folder a kernel.</summary>
    public const string FileName = "kernel.json";

    private const int LargestFile = 1024 * 1024;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 32 };

    /// <summary>The name, in lower case.</summary>
    public required string Name { get; init; }

    /// <summary>The folder, an absolute path.</summary>
    public required string Folder { get; init; }

    /// <summary>The command line: the program, its arguments, and places for the connection file and this folder.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>What menus call it.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>The language of its cells.</summary>
    public string Language { get; init; } = "";

    /// <summary>Whether it is interrupted by a message; otherwise by a signal.</summary>
    public bool IsInterruptedByMessage { get; init; }

    /// <summary>What is added to its environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The version of Phm that has installed it; null where another has.</summary>
    public string? PhmVersion { get; init; }

    /// <summary>What is wrong with the file, in one sentence; null where Jupyter can read it.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether Phm has installed it.</summary>
    public bool IsOwn => PhmVersion is not null;

    /// <summary>Reads what a folder says. A file that cannot be read is a kernel with a <see cref="Problem"/>.</summary>
    /// <param name="folder">The folder that holds <c>kernel.json</c>.</param>
    public static KernelSpec Read(string folder)
    {
        var path = Path.GetFullPath(folder);
        var spec = new KernelSpec { Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path)).ToLowerInvariant(), Folder = path };
        try
        {
            var file = new FileInfo(Path.Combine(path, FileName));
            if (file.Length > LargestFile) return spec with { Problem = $"{FileName} is larger than a megabyte" };
            using var json = JsonDocument.Parse(File.ReadAllBytes(file.FullName), Reading);
            return json.RootElement.ValueKind == JsonValueKind.Object ? spec.With(json.RootElement) : spec with { Problem = $"{FileName} is no JSON object" };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return spec with { Problem = $"{FileName} is not JSON" };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return spec with { Problem = $"{FileName} cannot be read" };
        }
    }

    /// <summary>The program that is not there any more, as far as that can be told without starting it; null where nothing is missing.</summary>
    public string? MissingProgram()
    {
        if (Arguments.Count == 0) return null;
        if (ProgramSearch.Find(Arguments[0]) is null) return Arguments[0];
        // dotnet is there, but is what it shall run?
        return Arguments is [_, var library, ..] && library.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && Path.IsPathFullyQualified(library) && !File.Exists(library) ? library : null;
    }

    private KernelSpec With(JsonElement json)
    {
        if (!json.TryGetProperty("argv", out var argv) || argv.ValueKind != JsonValueKind.Array || argv.GetArrayLength() == 0 || argv.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
            return this with { PhmVersion = Version(json), Problem = $"{FileName} has no command line: 'argv' is no list of texts" };
        return this with
        {
            Arguments = [.. argv.EnumerateArray().Select(item => item.GetString()!)],
            DisplayName = Text(json, "display_name"),
            Language = Text(json, "language"),
            IsInterruptedByMessage = Text(json, "interrupt_mode").Equals("message", StringComparison.OrdinalIgnoreCase),
            Environment = json.TryGetProperty("env", out var env) && env.ValueKind == JsonValueKind.Object
                ? env.EnumerateObject().Where(item => item.Value.ValueKind == JsonValueKind.String).DistinctBy(item => item.Name).ToDictionary(item => item.Name, item => item.Value.GetString()!, StringComparer.Ordinal)
                : new Dictionary<string, string>(),
            PhmVersion = Version(json),
        };
    }

    private static string? Version(JsonElement json) =>
        json.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object && metadata.TryGetProperty("phm", out var phm)
            && phm.ValueKind == JsonValueKind.Object && Text(phm, "version") is { Length: > 0 } version ? version : null;

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
