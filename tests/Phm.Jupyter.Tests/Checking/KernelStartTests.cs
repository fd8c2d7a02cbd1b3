using System.Globalization;
using Phm.Jupyter.Checking;
using Phm.Jupyter.Installation;

namespace Phm.Jupyter.Tests.Checking;

/// <summary>A kernel is started as Jupyter starts it.</summary>
public sealed class KernelStartTests
{
    [Fact]
    public void The_places_of_the_command_line_are_filled_in()
    {
        var spec = new KernelSpec { Name = "x", Folder = "/kernels/x", Arguments = ["/bin/k", "--file={connection_file}", "{resource_dir}/k.js", "{other}"] };

        var start = KernelStart.StartInfo(spec, "/run/c.json");

        Assert.Equal("/bin/k", start.FileName);
        Assert.Equal(["--file=/run/c.json", "/kernels/x/k.js", "{other}"], start.ArgumentList);
    }

    [Fact]
    public void The_environment_names_the_parent_and_has_what_the_kernelspec_adds()
    {
        var spec = new KernelSpec { Name = "x", Folder = "/x", Arguments = ["k"], Environment = new Dictionary<string, string> { ["PHM_CHECK_ADDED"] = "5 $$", ["JPY_PARENT_PID"] = "1" } };

        var start = KernelStart.StartInfo(spec, "c");

        Assert.Equal("5 $", start.Environment["PHM_CHECK_ADDED"]);
        Assert.Equal(OperatingSystem.IsWindows() ? null : Environment.ProcessId.ToString(CultureInfo.InvariantCulture), start.Environment.TryGetValue("JPY_PARENT_PID", out var parent) ? parent : null);
    }

    [Theory]
    [InlineData("$A", "1")]
    [InlineData("x${A}y$A", "x1y1")]
    [InlineData("$$A", "$A")]
    [InlineData("$NONE ${NONE} $", "$NONE ${NONE} $")]
    [InlineData("$A_B", "$A_B")]
    public void Variables_are_put_in_place_as_Python_does(string text, string expected) =>
        Assert.Equal(expected, KernelStart.Substitute(text, name => name == "A" ? "1" : null));
}
