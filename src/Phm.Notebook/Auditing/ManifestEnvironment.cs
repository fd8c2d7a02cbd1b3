using System.Runtime.InteropServices;

namespace Phm.Notebook.Auditing;

/// <summary>What of a machine may change a result. The notebook's outputs should be the same in all of them.</summary>
/// <param name="Culture">The culture in which cells run: always <c>invariant</c>.</param>
/// <param name="Os">The family of the operating system: <c>linux</c>, <c>macos</c>, <c>windows</c> or <c>other</c>.</param>
/// <param name="Processor">The processor's architecture, for example <c>x64</c>.</param>
/// <param name="Runtime">The runtime with its version.</param>
public sealed record ManifestEnvironment(string Culture, string Os, string Processor, string Runtime)
{
    /// <summary>This process, as cells see it.</summary>
    public static ManifestEnvironment Here { get; } = new(
        "invariant",
        OperatingSystem.IsLinux() ? "linux" : OperatingSystem.IsMacOS() ? "macos" : OperatingSystem.IsWindows() ? "windows" : "other",
        RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
        RuntimeInformation.FrameworkDescription);
}
