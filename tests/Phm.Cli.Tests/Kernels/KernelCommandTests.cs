using System.Text.Json.Nodes;
using Phm.Jupyter.Installation;

namespace Phm.Cli.Tests.Kernels;

/// <summary>Kernels are installed, listed and removed as the help says; nobody else's is touched.</summary>
public sealed class KernelCommandTests : IDisposable
{
    private readonly JupyterHome home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task A_kernel_is_installed_listed_and_removed_below_a_prefix()
    {
        var installed = await home.RunAsync("install", "--prefix", "env", "--name", "mine");
        var listed = await home.RunAsync("list", "--prefix", "env");
        var removed = await home.RunAsync("uninstall", "--prefix", "env", "--name", "mine");

        var folder = Path.Combine(home.Folder["env"], "share", "jupyter", "kernels", "mine");
        Assert.Equal(0, installed.ExitCode);
        Assert.Contains($"Installed: the kernel 'mine', in menus \"C# (Phm)\", in '{folder}'.", installed.Output, StringComparison.Ordinal);
        Assert.Contains("JUPYTER_PATH", installed.Output, StringComparison.Ordinal);
        Assert.Matches(@"mine +C# \(Phm\) +phm \d+\.\d+\.\d+ +is there +", listed.Output);
        Assert.Equal(0, removed.ExitCode);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task The_file_starts_this_program_and_hands_on_where_the_runtime_is()
    {
        home.Variables["DOTNET_ROOT"] = "/opt/dotnet";
        await home.RunAsync("install", "--name", "mine");

        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(home.Kernels, "mine", "kernel.json")))!;

        Assert.Equal([typeof(PhmCommand).Assembly.Location, "kernel", "start", "{connection_file}"], json["argv"]!.AsArray().Select(item => item!.GetValue<string>()).Skip(1));
        Assert.True(File.Exists(json["argv"]![0]!.GetValue<string>()));
        Assert.Equal("""{"DOTNET_ROOT":"/opt/dotnet","DOTNET_TC_CallCountingDelayMs":"0","DOTNET_TieredPGO":"0"}""", json["env"]!.ToJsonString());
    }

    [Fact]
    public async Task A_build_that_starts_slowly_says_so_and_how_the_fast_one_is_made()
    {
        var result = await home.RunAsync("install", "--name", "mine");
        Assert.False(PhmProgram.IsCompiledAhead());
        Assert.Contains("This build starts slowly. The fast one: dotnet publish src/Phm.Cli -c Release -r ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kernel_of_another_that_notebooks_ask_for_keeps_its_name()
    {
        var other = home.WriteForeign(KernelName.Default, "Other C#", "other");
        var before = File.ReadAllText(Path.Combine(other, "kernel.json"));

        var installed = await home.RunAsync("install");
        var refused = await home.RunAsync("install", "--name", KernelName.Default);
        var removed = await home.RunAsync("uninstall");

        Assert.Contains($"Another kernel holds the name '.net-csharp', in '{other}'", installed.Output, StringComparison.Ordinal);
        Assert.Contains("the kernel 'phm-csharp', in menus \"C# (Phm)\"", installed.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Files, refused.ExitCode);
        Assert.Contains("Another kernel holds the name '.net-csharp': \"Other C#\" in '", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Removed: the kernel 'phm-csharp'", removed.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(other, "kernel.json")));
    }

    [Fact]
    public async Task The_list_says_whose_a_kernel_is_and_which_program_has_gone_and_does_not_steer_the_terminal()
    {
        home.WriteForeign("other", "Odd\\u001b[31m", "/no/such/program");
        var result = await home.RunAsync("list");
        Assert.Matches(@"other +Odd \[31m +another +is no longer there: /no/such/program +", result.Output);
    }

    [Theory]
    [InlineData("install", "--name", "../mine", ExitCode.Usage, "'../mine' is none")]
    [InlineData("install", "--user", "--prefix=x", ExitCode.Usage, "--user and --prefix name two places")]
    [InlineData("install", "--prefix", "", ExitCode.Usage, "--prefix needs the name of a folder")]
    [InlineData("install", "--display-name", " ", ExitCode.Usage, "--display-name needs a name")]
    [InlineData("uninstall", "--name", "none", ExitCode.Files, "There is no kernel 'none'")]
    [InlineData("uninstall", "--prefix", "none", ExitCode.Files, "There is nothing to remove")]
    [InlineData("check", "--name", "none", ExitCode.Files, "There is no kernel 'none'")]
    [InlineData("check", "--timeout", "0", ExitCode.Usage, "--timeout is a number of seconds from 1 to 3600.")]
    public async Task What_cannot_be_done_is_said_in_a_sentence(string verb, string first, string second, int exitCode, string expected)
    {
        var result = await home.RunAsync(verb, first, second);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(home.Kernels));
    }

    [Theory]
    [InlineData("install", "phm kernel install --prefix")]
    [InlineData("list", "phm kernel list")]
    [InlineData("uninstall", "phm kernel uninstall")]
    [InlineData("check", "phm kernel check --name python3")]
    [InlineData("start", "phm kernel start connection.json")]
    public async Task Every_verb_has_help_with_an_example(string verb, string example)
    {
        var result = await home.RunAsync(verb, "--help");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Example", result.Output, StringComparison.Ordinal);
        Assert.Contains(example, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jupyter_itself_finds_and_understands_the_kernel()
    {
        await home.RunAsync("install", "--name", "Mine");

        var json = JsonNode.Parse(await PythonTools.RunAsync(["jupyter_client"], home.Folder, "-W", "ignore", "-c",
            "from jupyter_client.kernelspec import KernelSpecManager; print(KernelSpecManager().get_kernel_spec('mine').to_json())"))!;

        Assert.Equal("C# (Phm)", (string?)json["display_name"]);
        Assert.Equal("message", (string?)json["interrupt_mode"]);
        Assert.Equal("{connection_file}", (string?)json["argv"]!.AsArray()[^1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("JUPYTER_DATA_DIR=/d")]
    [InlineData("XDG_DATA_HOME=/x")]
    [InlineData("JUPYTER_PATH=/p/:/q")]
    [InlineData("JUPYTER_PATH=/p XDG_DATA_HOME=/x JUPYTER_DATA_DIR=/d")]
    [InlineData("PYTHONUSERBASE=/u")]
    public async Task Jupyter_itself_looks_in_the_same_folders(string variables)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The example's paths are those of Unix.");
        var values = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        foreach (var preference in (string[])["0", "1"])
        {
            values["JUPYTER_PREFER_ENV_PATH"] = preference;
            var lines = (await PythonTools.RunAsync(["jupyter_core"], home.Folder, "-W", "ignore", "-c",
                $$"""
                import os
                for name in [name for name in os.environ if name.startswith(("JUPYTER", "XDG")) or name == "PYTHONUSERBASE"]: del os.environ[name]
                os.environ.update({{JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(values))!.ToJsonString()}})
                import site, sys
                site.ENABLE_USER_SITE, site.USER_BASE = True, None
                from jupyter_core.paths import jupyter_path
                print(sys.prefix)
                print("\n".join(dict.fromkeys(jupyter_path())))
                """)).TrimEnd().Split('\n');
            values["VIRTUAL_ENV"] = lines[0];
            var system = OperatingSystem.IsMacOS() ? JupyterSystem.Mac : JupyterSystem.Unix;
            var ours = new JupyterPaths(system, name => values.GetValueOrDefault(name), home.Folder.Path).DataFolders().Distinct();
            // The environment of a Python of the system is the system.
            Assert.Equal(lines[1..], lines[0] == "/usr" ? ours.Where(folder => folder != "/usr/share/jupyter").Append("/usr/share/jupyter") : ours);
            values.Remove("VIRTUAL_ENV");
        }
    }
}
