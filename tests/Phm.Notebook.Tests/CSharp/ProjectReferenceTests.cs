using Phm.Notebook.Execution;

namespace Phm.Notebook.Tests.CSharp;

/// <summary><c>#r</c> of a project, which the SDK on this machine builds.</summary>
public sealed class ProjectReferenceTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
        </Project>
        """;

    [Fact]
    public async Task A_project_is_built_with_those_that_it_needs_and_says_nothing()
    {
        using var live = new LiveSession();
        live.Folder.File("below/Below.csproj", Project);
        live.Folder.File("below/Deep.cs", "public static class Deep { public static int Value => 40; }");
        live.Folder.File("lib/Ward.csproj", Project.Replace("</Project>", "<ItemGroup><ProjectReference Include=\"../below/Below.csproj\" /></ItemGroup></Project>", StringComparison.Ordinal));
        live.Folder.File("lib/Ward.cs", "namespace Wards; public static class Ward { public static int Beds => Deep.Value + 2; }");
        var cell = await live.RunAsync("#r \"lib/Ward.csproj\"\nusing Wards;\nWard.Beds");
        Assert.Equal("42", cell.Text);
        Assert.Single(cell.Published);
        Assert.Contains(live.Session.ReferencedAssemblies, path => Path.GetFileName(path) == "Ward.dll");
        Assert.Equal("80", (await live.RunAsync("#r \"lib/Ward.csproj\"\nDeep.Value + 40")).Text);
    }

    [Fact]
    public async Task A_project_that_does_not_build_names_its_first_errors_with_their_places()
    {
        using var live = new LiveSession();
        live.Folder.File("lib/Ward.csproj", Project);
        live.Folder.File("lib/Ward.cs", "public static class Ward\n{\n" + string.Concat(Enumerable.Range(0, 8).Select(i => $"    public static int A{i} => none{i};\n")) + "}\n");
        var error = (await live.RunAsync("var a = 1;\n#r \"lib/Ward.csproj\"\na")).Error;
        Assert.Equal(("DirectiveError", 2), (error.Name, error.Line));
        Assert.StartsWith("'lib/Ward.csproj' cannot be referenced: it does not build:\n   lib/Ward.cs(3,29): error CS0103: ", error.Message.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.EndsWith("   … and 3 more errors", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(live.Folder.Path, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("[", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Project", "error MSB4025")]
    [InlineData("<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFrameworks>net10.0;net9.0</TargetFrameworks></PropertyGroup></Project>", "'lib/Ward.csproj' cannot be referenced: it ")]
    public async Task What_is_no_project_of_one_assembly_says_so(string project, string problem)
    {
        using var live = new LiveSession();
        live.Folder.File("lib/Ward.csproj", project);
        Assert.Contains(problem, (await live.RunAsync("#r \"lib/Ward.csproj\"")).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_is_not_there_is_a_file_that_is_not_there()
    {
        using var live = new LiveSession();
        Assert.StartsWith("There is no file 'none.csproj' to reference.", (await live.RunAsync("#r \"none.csproj\"")).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupt_ends_the_build()
    {
        using var live = new LiveSession();
        // The build waits for a file that never comes, and tells that it has begun by another.
        live.Folder.File("lib/Ward.csproj", Project.Replace("</Project>", """
            <UsingTask TaskName="Wait" TaskFactory="RoslynCodeTaskFactory" AssemblyFile="$(MSBuildToolsPath)/Microsoft.Build.Tasks.Core.dll">
              <Task><Code Type="Fragment" Language="cs">System.IO.File.WriteAllText(System.IO.Path.Combine("MARK"), ""); while (true) System.Threading.Thread.Sleep(100);</Code></Task>
            </UsingTask>
            <Target Name="Hold" BeforeTargets="CoreCompile"><Wait /></Target>
            </Project>
            """.Replace("MARK", Path.Combine(live.Folder.Path, "begun").Replace("\\", "\\\\", StringComparison.Ordinal), StringComparison.Ordinal), StringComparison.Ordinal));
        live.Folder.File("lib/Ward.cs", "public static class Ward { }");
        var running = live.RunAsync("#r \"lib/Ward.csproj\"");
        while (!running.IsCompleted && !File.Exists(Path.Combine(live.Folder.Path, "begun"))) await Task.Delay(20, TestContext.Current.CancellationToken);
        live.Session.Interrupt();
        Assert.Equal(CellStatus.Cancelled, (await running).Result.Status);
        Assert.Equal("2", (await live.RunAsync("1 + 1")).Text);
    }
}
