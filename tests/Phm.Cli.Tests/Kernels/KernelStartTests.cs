using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Phm.Cli.Tests.Kernels;

/// <summary>A kernel that cannot start says why in one sentence, as Jupyter shows it to the user, and repeats no key.</summary>
public sealed class KernelStartTests : IDisposable
{
    private const string Ports = """ "shell_port": 10001, "iopub_port": 10002, "stdin_port": 10003, "control_port": 10004, "hb_port": """;

    private readonly JupyterHome home = new();

    public void Dispose() => home.Dispose();

    [Theory]
    [InlineData("nothing", "not valid JSON")]
    [InlineData("[]", "one JSON object")]
    [InlineData("""{"transport": "ipc", "key": "secret"}""", "'tcp'")]
    [InlineData("{" + Ports + """ 0, "key": "secret"}""", "'hb_port': expected is a port from 1 to 65535")]
    [InlineData("{" + Ports + """ 70000, "key": "secret"}""", "'hb_port': expected is a port from 1 to 65535")]
    [InlineData("{" + Ports + """ 10004, "key": "secret"}""", "five different ports")]
    [InlineData("{" + Ports + """ 10005, "signature_scheme": "hmac-md5", "key": "secret"}""", "'hmac-sha256'")]
    public async Task A_connection_file_that_is_wrong_is_refused(string json, string expected)
    {
        File.WriteAllText(home.Folder["connection.json"], json);
        var result = await home.RunAsync("start", "connection.json");
        Assert.Equal(ExitCode.Kernel, result.ExitCode);
        Assert.Contains(expected, Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("connection.json", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task A_connection_file_that_is_not_there_is_said_so()
    {
        var result = await home.RunAsync("start", "none.json");
        Assert.Equal(ExitCode.Kernel, result.ExitCode);
        Assert.Contains("The connection file none.json cannot be read.", Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_another_program_holds_is_said_to_be_taken()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0) { ExclusiveAddressUse = true };
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        File.WriteAllText(home.Folder["connection.json"], $$"""{ {{Ports}} {{port}}, "key": "secret"}""");

        var result = await home.RunAsync("start", "connection.json");

        Assert.Equal(ExitCode.Kernel, result.ExitCode);
        Assert.Contains(port.ToString(CultureInfo.InvariantCulture), Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Error, StringComparison.Ordinal);
    }
}
