using Phm.Jupyter.Installation;

namespace Phm.Jupyter.Tests.Installation;

public sealed class KernelSpecsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_kernel_of_the_first_folder_counts_and_all_are_listed()
    {
        SampleKernel.WriteForeign(folder["b"], "Same");
        SampleKernel.WriteForeign(folder["a"], "same");
        SampleKernel.WriteForeign(folder["b"], "alone");
        string[] folders = [folder["none"], folder["a"], folder["b"]];

        Assert.Equal(["same", "alone", "same"], KernelSpecs.In(folders).Select(spec => spec.Name));
        Assert.Equal(Path.Combine(folder["a"], "same"), KernelSpecs.Find(folders, "SAME")?.Folder);
        Assert.Null(KernelSpecs.Find(folders, "other"));
    }

    [Theory]
    [InlineData("nothing", "kernel.json is not JSON")]
    [InlineData("[1]", "kernel.json is no JSON object")]
    [InlineData("""{"argv": []}""", "kernel.json has no command line: 'argv' is no list of texts")]
    [InlineData("""{"argv": [1]}""", "kernel.json has no command line: 'argv' is no list of texts")]
    [InlineData("""{"display_name": "x"}""", "kernel.json has no command line: 'argv' is no list of texts")]
    public void A_file_that_is_wrong_is_a_kernel_with_a_problem(string json, string problem)
    {
        SampleKernel.WriteForeign(folder.Path, "odd", json);
        Assert.Equal(problem, Assert.Single(KernelSpecs.In([folder.Path])).Problem);
    }

    [Fact]
    public void A_file_without_end_is_not_read()
    {
        SampleKernel.WriteForeign(folder.Path, "large", new string(' ', 1024 * 1024 + 1));
        Assert.Equal("kernel.json is larger than a megabyte", Assert.Single(KernelSpecs.In([folder.Path])).Problem);
    }

    [Fact]
    public void What_a_runtime_shall_run_is_missed_as_well_as_the_program_itself()
    {
        File.WriteAllText(folder["program"], "");
        var there = new KernelSpec { Name = "x", Folder = folder.Path, Arguments = [folder["program"], "start"] };
        Assert.Null(there.MissingProgram());
        Assert.Equal(folder["gone"], (there with { Arguments = [folder["gone"]] }).MissingProgram());
        Assert.Equal(folder["gone.dll"], (there with { Arguments = [folder["program"], folder["gone.dll"]] }).MissingProgram());
        Assert.Equal("no-such-program-anywhere", (there with { Arguments = ["no-such-program-anywhere"] }).MissingProgram());
    }
}
