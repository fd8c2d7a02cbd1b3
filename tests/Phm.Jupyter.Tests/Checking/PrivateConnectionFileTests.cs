using Phm.Jupyter.Checking;

namespace Phm.Jupyter.Tests.Checking;

public sealed class PrivateConnectionFileTests
{
    [Fact]
    public void The_file_says_what_a_kernel_has_to_know_and_goes_away()
    {
        var file = new PrivateConnectionFile();

        var read = ConnectionFile.Load(file.Path);

        Assert.Equal(file.Connection, read);
        Assert.Matches("^[0-9a-f]{64}$", read.Key);
        file.Dispose();
        Assert.False(Directory.Exists(Path.GetDirectoryName(file.Path)));
    }

    [Fact]
    public void Only_its_owner_may_read_it()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows gives nobody else rights in a user's folder for temporary files.");
            return;
        }
        using var file = new PrivateConnectionFile();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.Path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(file.Path)!));
    }

    [Fact]
    public void Ports_are_different_and_none_that_a_client_could_be_given_for_itself()
    {
        var ports = FreePorts.Find(50);
        Assert.Equal(50, ports.Distinct().Count());
        Assert.All(ports, port => Assert.InRange(port, 20_000, 31_999));
    }
}
