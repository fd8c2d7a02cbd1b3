using System.Net;
using System.Security.Cryptography;
using System.Text.Json;

namespace Phm.Jupyter.Checking;

/// <summary>A connection file that only its owner may read, in a folder that only its owner may enter. It goes away with this.</summary>
internal sealed class PrivateConnectionFile : IDisposable
{
    private const int KeyBytes = 32;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("phm-kernel-");

    /// <summary>Writes a file with free ports and a new key.</summary>
    public PrivateConnectionFile()
    {
        var ports = FreePorts.Find(5);
        Connection = new()
        {
            Address = IPAddress.Loopback,
            ShellPort = ports[0],
            IoPubPort = ports[1],
            StdinPort = ports[2],
            ControlPort = ports[3],
            HeartbeatPort = ports[4],
            Key = RandomNumberGenerator.GetHexString(2 * KeyBytes, lowercase: true),
        };
        Path = System.IO.Path.Combine(folder.FullName, "connection.json");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(Path, options);
        Write(stream);
    }

    /// <summary>Where the kernel shall listen, and the key.</summary>
    public ConnectionFile Connection { get; }

    /// <summary>The file.</summary>
    public string Path { get; }

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody was tidier.
        }
    }

    private void Write(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("transport", "tcp");
        json.WriteString("ip", Connection.Address.ToString());
        json.WriteNumber("shell_port", Connection.ShellPort);
        json.WriteNumber("iopub_port", Connection.IoPubPort);
        json.WriteNumber("stdin_port", Connection.StdinPort);
        json.WriteNumber("control_port", Connection.ControlPort);
        json.WriteNumber("hb_port", Connection.HeartbeatPort);
        json.WriteString("signature_scheme", "hmac-sha256");
        json.WriteString("key", Connection.Key);
        json.WriteEndObject();
    }
}
