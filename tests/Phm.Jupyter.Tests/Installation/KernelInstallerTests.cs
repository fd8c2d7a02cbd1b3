using System.Text.Json.Nodes;
using Phm.Jupyter.Installation;

namespace Phm.Jupyter.Tests.Installation;

public sealed class KernelInstallerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Kernels => folder["kernels"];

    private string Elsewhere => folder["elsewhere"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_file_says_how_Jupyter_starts_the_kernel_and_whose_it_is()
    {
        KernelInstaller.Install(SampleKernel.Into(Kernels) with { Environment = new Dictionary<string, string> { ["DOTNET_ROOT"] = "/opt/$net", ["A"] = "1" } });

        Assert.Equal(
            """
            {
              "argv": [
                "/opt/phm/Phm.Cli",
                "kernel",
                "start",
                "{connection_file}"
              ],
              "display_name": ".NET (C#)",
              "language": "C#",
              "interrupt_mode": "message",
              "env": {
                "A": "1",
                "DOTNET_ROOT": "/opt/$$net"
              },
              "metadata": {
                "phm": {
                  "version": "1.2.3"
                }
              }
            }

            """.ReplaceLineEndings("\n"), File.ReadAllText(Path.Combine(Kernels, ".net-csharp", "kernel.json")));
    }

    [Fact]
    public void A_kernel_that_needs_nothing_of_its_environment_says_nothing_of_it()
    {
        var installed = KernelInstaller.Install(SampleKernel.Into(Kernels));
        Assert.Null(JsonNode.Parse(File.ReadAllText(Path.Combine(installed.Spec.Folder, "kernel.json")))!["env"]);
    }

    [Theory]
    [InlineData("logo-32x32.png", 32)]
    [InlineData("logo-64x64.png", 64)]
    public void Pictures_have_the_size_that_their_names_say(string name, int size)
    {
        var installed = KernelInstaller.Install(SampleKernel.Into(Kernels));

        var png = File.ReadAllBytes(Path.Combine(installed.Spec.Folder, name));

        Assert.Equal("\u0089PNG\r\n\u001a\n", string.Concat(png.Take(8).Select(b => (char)b)));
        Assert.Equal([0, 0, 0, (byte)size, 0, 0, 0, (byte)size], png[16..24]);
        Assert.StartsWith("<svg ", File.ReadAllText(Path.Combine(installed.Spec.Folder, "logo-svg.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_written_is_read_back_as_ours()
    {
        var installed = KernelInstaller.Install(SampleKernel.Into(Kernels));

        Assert.False(installed.IsUpdate);
        Assert.Null(installed.Holder);
        Assert.Equal("1.2.3", installed.Spec.PhmVersion);
        Assert.Equal(["/opt/phm/Phm.Cli", "kernel", "start", "{connection_file}"], installed.Spec.Arguments);
        Assert.True(installed.Spec.IsInterruptedByMessage);
        Assert.Null(installed.Spec.Problem);
        Assert.Equal("/opt/phm/Phm.Cli", installed.Spec.MissingProgram());
    }

    [Fact]
    public void An_earlier_kernel_of_ours_is_brought_up_to_date()
    {
        KernelInstaller.Install(SampleKernel.Into(Kernels));

        var again = KernelInstaller.Install(SampleKernel.Into(Kernels) with { Version = "2.0.0", Command = ["/new"] });

        Assert.True(again.IsUpdate);
        Assert.Equal(".net-csharp", again.Spec.Name);
        Assert.Equal("2.0.0", again.Spec.PhmVersion);
        Assert.Equal(["/new", "{connection_file}"], again.Spec.Arguments);
        Assert.Single(Directory.GetDirectories(Kernels));
    }

    [Theory]
    [InlineData("kernels")]
    [InlineData("elsewhere")]
    public void Where_another_kernel_holds_the_name_the_second_name_is_taken_and_the_other_stays_as_it_was(string place)
    {
        var other = SampleKernel.WriteForeign(folder[place], ".NET-CSharp");

        var installed = KernelInstaller.Install(SampleKernel.Into(Kernels, Elsewhere));

        Assert.Equal("phm-csharp", installed.Spec.Name);
        Assert.Equal("C# (Phm)", installed.Spec.DisplayName);
        Assert.Equal(Path.Combine(folder[place], ".NET-CSharp"), installed.Holder?.Folder);
        Assert.Equal(other, File.ReadAllText(Path.Combine(folder[place], ".NET-CSharp", "kernel.json")));
        Assert.Single(Directory.GetFiles(Path.Combine(folder[place], ".NET-CSharp")));
    }

    [Fact]
    public void Where_both_names_are_held_nothing_is_written()
    {
        SampleKernel.WriteForeign(Elsewhere, ".net-csharp");
        SampleKernel.WriteForeign(Elsewhere, "phm-csharp");

        var error = Assert.Throws<KernelSpecException>(() => KernelInstaller.Install(SampleKernel.Into(Kernels, Elsewhere)));

        Assert.Contains("Another kernel holds the name 'phm-csharp': \"Other\" in '", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Kernels));
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("""{"argv": ["x"], "metadata": {"phm": "1"}}""")]
    [InlineData("""{"argv": ["\ud800"]}""")]
    public void A_name_that_is_asked_for_and_held_by_another_is_refused_whatever_its_file_says(string json)
    {
        SampleKernel.WriteForeign(Elsewhere, "Mine", json);

        var error = Assert.Throws<KernelSpecException>(() => KernelInstaller.Install(SampleKernel.Into(Kernels, Elsewhere) with { Name = "mine" }));

        Assert.Contains("Another kernel holds the name 'mine'", error.Message, StringComparison.Ordinal);
        Assert.Equal(json, File.ReadAllText(Path.Combine(Elsewhere, "Mine", "kernel.json")));
    }

    [Fact]
    public void A_kernel_under_a_name_of_its_own_is_told_apart_in_menus_unless_it_is_called_otherwise()
    {
        Assert.Equal("C# (Phm)", KernelInstaller.Install(SampleKernel.Into(Kernels) with { Name = "Next" }).Spec.DisplayName);
        Assert.Equal("C# 15", KernelInstaller.Install(SampleKernel.Into(Kernels) with { Name = "Next", DisplayName = "C# 15" }).Spec.DisplayName);
        Assert.Equal(["next"], Directory.GetDirectories(Kernels).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../other")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("c:x")]
    [InlineData("a b")]
    [InlineData("näher")]
    [InlineData("ok\n")]
    public void A_name_that_Jupyter_does_not_take_or_that_leads_elsewhere_is_refused(string name)
    {
        Assert.Throws<ArgumentException>(() => KernelInstaller.Install(SampleKernel.Into(Kernels) with { Name = name }));
        Assert.Throws<ArgumentException>(() => KernelInstaller.Uninstall(Kernels, name));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Only_the_last_file_makes_a_folder_a_kernel_and_what_was_begun_is_completed()
    {
        Directory.CreateDirectory(Path.Combine(Kernels, ".net-csharp"));
        File.WriteAllText(Path.Combine(Kernels, ".net-csharp", "logo-32x32.png"), "half");
        Assert.Empty(KernelSpecs.In([Kernels]));

        KernelInstaller.Install(SampleKernel.Into(Kernels));

        Assert.Equal(["kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"], Directory.GetFiles(Path.Combine(Kernels, ".net-csharp")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.NotEqual("half", File.ReadAllText(Path.Combine(Kernels, ".net-csharp", "logo-32x32.png")));
    }

    [Fact]
    public void An_installation_that_fails_on_its_way_leaves_nothing_that_Jupyter_would_see()
    {
        // The name of the last file is that of a folder: the pictures can be written, the kernel cannot.
        Directory.CreateDirectory(Path.Combine(Kernels, ".net-csharp", "kernel.json"));

        var error = Assert.Throws<KernelSpecException>(() => KernelInstaller.Install(SampleKernel.Into(Kernels)));

        Assert.Contains("cannot be installed", error.Message, StringComparison.Ordinal);
        Assert.Empty(KernelSpecs.In([Kernels]));
    }

    [Fact]
    public void A_place_that_is_a_file_is_said_to_be_none()
    {
        File.WriteAllText(Kernels, "");
        Assert.Contains("Choose another place", Assert.Throws<KernelSpecException>(() => KernelInstaller.Install(SampleKernel.Into(Kernels))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Removal_takes_what_was_written_and_the_folder()
    {
        KernelInstaller.Install(SampleKernel.Into(Kernels));
        SampleKernel.WriteForeign(Kernels, "other");

        Assert.Equal("1.2.3", KernelInstaller.Uninstall(Kernels, ".NET-csharp").PhmVersion);

        Assert.Equal(["other"], Directory.GetDirectories(Kernels).Select(Path.GetFileName));
    }

    [Fact]
    public void Removal_leaves_files_of_others_in_the_folder()
    {
        var installed = KernelInstaller.Install(SampleKernel.Into(Kernels));
        File.WriteAllText(Path.Combine(installed.Spec.Folder, "kernel.js"), "");

        KernelInstaller.Uninstall(Kernels, ".net-csharp");

        Assert.Equal(["kernel.js"], Directory.GetFiles(installed.Spec.Folder).Select(Path.GetFileName));
        Assert.Empty(KernelSpecs.In([Kernels]));
    }

    [Fact]
    public void Removal_refuses_kernels_of_others_and_those_that_are_not_there()
    {
        var other = SampleKernel.WriteForeign(Kernels, ".net-csharp");

        Assert.Contains("was not installed by Phm", Assert.Throws<KernelSpecException>(() => KernelInstaller.Uninstall(Kernels, ".net-csharp")).Message, StringComparison.Ordinal);
        Assert.Equal(other, File.ReadAllText(Path.Combine(Kernels, ".net-csharp", "kernel.json")));
        Assert.Contains("There is no kernel 'none'", Assert.Throws<KernelSpecException>(() => KernelInstaller.Uninstall(Kernels, "none")).Message, StringComparison.Ordinal);
    }
}
