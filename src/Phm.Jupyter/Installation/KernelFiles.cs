using System.Text.Encodings.Web;
using System.Text.Json;

namespace Phm.Jupyter.Installation;

/// <summary>The files of our kernelspec: three pictures for menus, and the file that says how it is started.</summary>
internal static class KernelFiles
{
    /// <summary>The names of the pictures, as Jupyter asks for them.</summary>
    public static readonly IReadOnlyList<string> Logos = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"];

    /// <summary>What menus call it: as its notebooks do under their own name, otherwise so that it is told apart.</summary>
    public static string DisplayName(string name) => name == KernelName.Default ? ".NET (C#)" : "C# (Phm)";

    /// <summary>A picture's bytes.</summary>
    public static byte[] Logo(string name)
    {
        using var stream = typeof(KernelFiles).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The file <c>kernel.json</c>.</summary>
    public static byte[] Json(KernelInstallation installation, string name)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("argv");
            foreach (var argument in installation.Command) json.WriteStringValue(argument);
            json.WriteStringValue(KernelPlaces.ConnectionFile);
            json.WriteEndArray();
            json.WriteString("display_name", installation.DisplayName ?? DisplayName(name));
            json.WriteString("language", "C#");
            json.WriteString("interrupt_mode", "message");
            if (installation.Environment.Count > 0) WriteEnvironment(json, installation.Environment);
            json.WriteStartObject("metadata");
            json.WriteStartObject("phm");
            json.WriteString("version", installation.Version);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        bytes.Write("\n"u8);
        return bytes.ToArray();
    }

    private static void WriteEnvironment(Utf8JsonWriter json, IReadOnlyDictionary<string, string> environment)
    {
        json.WriteStartObject("env");
        // Jupyter puts its own environment in place of $NAME; a doubled sign is one sign.
        foreach (var (name, value) in environment.OrderBy(pair => pair.Key, StringComparer.Ordinal)) json.WriteString(name, value.Replace("$", "$$", StringComparison.Ordinal));
        json.WriteEndObject();
    }
}
