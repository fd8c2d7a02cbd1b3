using System.Net;
using System.Text.Json;

namespace Phm.Jupyter;

/// <summary>
/// Where a Jupyter client expects its kernel: one TCP port a channel, and the key with which both sign their messages. The client
/// writes the file before it starts the kernel.
/// </summary>
public sealed record ConnectionFile
{
    private const int LargestFile = 65_536;

    /// <summary>The address to bind. Default: 127.0.0.1.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port of requests, 1 to 65,535.</summary>
    public required int ShellPort { get; init; }

    /// <summary>The port of outputs and states, 1 to 65,535.</summary>
    public required int IoPubPort { get; init; }

    /// <summary>The port of questions to the person at the notebook, 1 to 65,535.</summary>
    public required int StdinPort { get; init; }

    /// <summary>The port of interrupts and shutdown, 1 to 65,535.</summary>
    public required int ControlPort { get; init; }

    /// <summary>The port of the heartbeat, 1 to 65,535.</summary>
    public required int HeartbeatPort { get; init; }

    /// <summary>The key of HMAC-SHA256 with which messages are signed. Empty: messages are not signed, and whoever reaches the ports is believed.</summary>
    public string Key { get; init; } = "";

    /// <summary>Reads and checks a connection file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ConnectionFileException">It cannot be read, is no connection file, or asks for a transport or a signature other than tcp and hmac-sha256.</exception>
    public static ConnectionFile Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var name = Path.GetFileName(path);
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestFile })
                throw new ConnectionFileException($"{name} is too large for a connection file: at most {LargestFile / 1024} kB are expected.");
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(json.RootElement, name);
        }
        catch (JsonException e)
        {
            throw new ConnectionFileException($"{name} is no connection file: it is not valid JSON.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConnectionFileException($"The connection file {name} cannot be read. Is the path right? Jupyter writes the file and hands its path to the kernel.", e);
        }
    }

    /// <summary>The address and the ports, without the key.</summary>
    public override string ToString() =>
        $"tcp {Address}: shell {ShellPort}, iopub {IoPubPort}, stdin {StdinPort}, control {ControlPort}, heartbeat {HeartbeatPort}";

    private static ConnectionFile Read(JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Unexpected(name, "its content", "one JSON object");
        if (Text(json, "transport", name, "tcp") != "tcp") throw Unexpected(name, "'transport'", "'tcp'");
        if (Text(json, "signature_scheme", name, "hmac-sha256") is not ("hmac-sha256" or "")) throw Unexpected(name, "'signature_scheme'", "'hmac-sha256'");
        var file = new ConnectionFile
        {
            Address = ReadAddress(Text(json, "ip", name, ""), name),
            ShellPort = Port(json, "shell_port", name),
            IoPubPort = Port(json, "iopub_port", name),
            StdinPort = Port(json, "stdin_port", name),
            ControlPort = Port(json, "control_port", name),
            HeartbeatPort = Port(json, "hb_port", name),
            Key = Text(json, "key", name, ""),
        };
        int[] ports = [file.ShellPort, file.IoPubPort, file.StdinPort, file.ControlPort, file.HeartbeatPort];
        return ports.Distinct().Count() == ports.Length ? file : throw Unexpected(name, "one port for two channels", "five different ports");
    }

    private static IPAddress ReadAddress(string ip, string name) => ip switch
    {
        "" or "localhost" => IPAddress.Loopback,
        "*" => IPAddress.Any,
        _ => IPAddress.TryParse(ip, out var address) ? address : throw Unexpected(name, "'ip'", "an address such as 127.0.0.1"),
    };

    private static int Port(JsonElement json, string key, string name) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var port) && port is > 0 and <= 65_535
            ? port
            : throw Unexpected(name, $"'{key}'", "a port from 1 to 65535");

    private static string Text(JsonElement json, string key, string name, string absent)
    {
        if (!json.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null) return absent;
        if (value.ValueKind != JsonValueKind.String) throw Unexpected(name, $"'{key}'", "a text");
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new ConnectionFileException($"The connection file {name} holds an invalid character in '{key}'.", e);
        }
    }

    private static ConnectionFileException Unexpected(string name, string found, string expected) =>
        new($"The connection file {name} cannot be used because of {found}: expected is {expected}.");
}
