using System.Net;

namespace Phm.Jupyter.Tests;

public sealed class ConnectionFileTests
{
    private const string Ports = """ "shell_port":5001,"iopub_port":5002,"stdin_port":5003,"control_port":5004,"hb_port":5005 """;

    [Fact]
    public void A_file_of_jupyter_is_read()
    {
        var file = Load($$"""{ {{Ports}},"ip":"127.0.0.2","key":"k-1","transport":"tcp","signature_scheme":"hmac-sha256","kernel_name":"phm" }""");
        Assert.Equal(new ConnectionFile { Address = IPAddress.Parse("127.0.0.2"), ShellPort = 5001, IoPubPort = 5002, StdinPort = 5003, ControlPort = 5004, HeartbeatPort = 5005, Key = "k-1" }, file);
        Assert.DoesNotContain("k-1", file.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "ip":"" """, "127.0.0.1")]
    [InlineData(""" "ip":null """, "127.0.0.1")]
    [InlineData(""" "key":"" """, "127.0.0.1")]
    [InlineData(""" "ip":"localhost" """, "127.0.0.1")]
    [InlineData(""" "ip":"::1" """, "::1")]
    [InlineData(""" "ip":"*" """, "0.0.0.0")]
    public void Without_an_address_it_is_this_machine_alone(string ip, string address) =>
        Assert.Equal(address, Load($$"""{ {{Ports}}, {{ip}} }""").Address.ToString());

    [Theory]
    [InlineData("", "is not valid JSON")]
    [InlineData("[]", "its content")]
    [InlineData("{}", "'shell_port'")]
    [InlineData("""{ "transport":"ipc" }""", "'transport'")]
    [InlineData("""{ "transport":1 }""", "'transport'")]
    [InlineData("""{ "signature_scheme":"hmac-md5" }""", "'signature_scheme'")]
    [InlineData("""{ "ip":"nowhere" }""", "'ip'")]
    [InlineData("""{ "shell_port":0 }""", "'shell_port'")]
    [InlineData("""{ "shell_port":65536 }""", "'shell_port'")]
    [InlineData("""{ "shell_port":1e99 }""", "'shell_port'")]
    [InlineData("""{ "shell_port":"5001" }""", "'shell_port'")]
    [InlineData("""{ "shell_port":5001,"iopub_port":5001,"stdin_port":5003,"control_port":5004,"hb_port":5005 }""", "one port for two channels")]
    [InlineData("""{ "shell_port":5001,"iopub_port":5002,"stdin_port":5003,"control_port":5004,"hb_port":5005,"key":7 }""", "'key'")]
    [InlineData("""{ "shell_port":5001,"iopub_port":5002,"stdin_port":5003,"control_port":5004,"hb_port":5005,"key":"\ud800" }""", "'key'")]
    public void What_cannot_be_used_is_named_with_what_is_expected(string json, string problem)
    {
        var message = Assert.Throws<ConnectionFileException>(() => Load(json)).Message;
        Assert.Contains(problem, message, StringComparison.Ordinal);
        Assert.Contains("kernel.json", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_missing_or_too_large_is_refused()
    {
        Assert.Contains("cannot be read", Assert.Throws<ConnectionFileException>(() => ConnectionFile.Load("no-such-file.json")).Message, StringComparison.Ordinal);
        Assert.Contains("too large", Assert.Throws<ConnectionFileException>(() => Load(new string(' ', 70_000) + "{}")).Message, StringComparison.Ordinal);
    }

    private static ConnectionFile Load(string json)
    {
        var folder = Directory.CreateTempSubdirectory("phm-");
        try
        {
            var path = Path.Combine(folder.FullName, "kernel.json");
            File.WriteAllText(path, json);
            return ConnectionFile.Load(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
