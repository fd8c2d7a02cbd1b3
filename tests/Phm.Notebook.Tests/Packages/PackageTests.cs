using Phm.Notebook.Packages;
using Phm.Notebook.Tests.CSharp;

namespace Phm.Notebook.Tests.Packages;

public sealed class PackageTests
{
    [Theory]
    [InlineData("net10.0 net8.0 netstandard2.0", "net10.0")]
    [InlineData("net11.0 net8.0 netstandard2.0 net472", "net8.0")]
    [InlineData("net8.0-windows7.0 netstandard2.1 netstandard2.0", "netstandard2.1")]
    [InlineData("netcoreapp3.1 netstandard2.1", "netcoreapp3.1")]
    [InlineData(".NETStandard2.0 .NETFramework4.6.1", ".NETStandard2.0")]
    [InlineData("net472 net20 uap10.0", null)]
    public void The_best_framework_is_chosen(string names, string? expected) => Assert.Equal(expected, TargetFramework.Best(names.Split(' ')));

    [Theory]
    [InlineData("1.0", "1.0.0", true)]
    [InlineData("1.0", "2.5.0", true)]
    [InlineData("1.0", "1.0.0-beta", false)]
    [InlineData("[1.0]", "1.0.1", false)]
    [InlineData("[1.0, 2.0)", "2.0.0", false)]
    [InlineData("[1.0, 2.0)", "2.0.0-rc.1", true)]
    [InlineData("(1.0, 2.0]", "1.0.0", false)]
    [InlineData("(, 2.0]", "0.1.0", true)]
    [InlineData("", "0.1.0", true)]
    public void Ranges_accept_versions(string range, string version, bool expected) =>
        Assert.Equal(expected, PackageRange.Parse(range).Accepts(PackageVersion.TryParse(version)!));

    [Fact]
    public void Versions_are_ordered_and_spelt_as_the_package_folder_has_them()
    {
        string[] ordered = ["1.0.0-alpha", "1.0.0-beta.2", "1.0.0-beta.10", "1.0.0", "1.0.0.1", "1.2.0", "1.10.0"];
        var shuffled = ordered.Select(text => PackageVersion.TryParse(text)!).ToArray();
        new Random(1).Shuffle(shuffled);
        Assert.Equal(ordered, shuffled.Order().Select(version => version.ToString()));
        Assert.Equal("5.0.0-beta", PackageVersion.TryParse("5.0-BETA+build")!.ToString());
        Assert.Null(PackageVersion.TryParse("5.*"));
    }

    [Fact]
    public void A_package_comes_with_what_it_needs_in_the_lowest_version_that_it_accepts()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "Top.Lib", "2.0.0", "netstandard2.0 net8.0", "<group targetFramework=\".NETStandard2.0\"><dependency id=\"Old\" version=\"1.0\" /></group><group targetFramework=\"net8.0\"><dependency id=\"Deep.Lib\" version=\"[1.1, 2.0)\" /><dependency id=\"System.Text.Json\" version=\"8.0.0\" /></group>");
        Write(folder, "Deep.Lib", "1.0.0", "netstandard2.0", "");
        Write(folder, "Deep.Lib", "1.2.0", "netstandard2.0", "<dependency id=\"Top.Lib\" version=\"1.0\" />");
        Write(folder, "Deep.Lib", "1.3.0", "netstandard2.0", "");
        var found = new PackageFolder(folder.Path).Find("top.lib", PackageVersion.TryParse("2.0")!);
        Assert.Equal(["Deep.Lib/1.2.0/lib/netstandard2.0/Deep.Lib.dll", "Top.Lib/2.0.0/lib/net8.0/Top.Lib.dll"], found.SelectMany(package => package.Assemblies).Select(path => Path.GetRelativePath(folder.Path, path).Replace('\\', '/')), StringComparer.OrdinalIgnoreCase);
        var missing = Assert.Throws<PackageException>(() => new PackageFolder(folder.Path).Find("Top.Lib", PackageVersion.TryParse("2.1")!));
        Assert.Contains("the package 'Top.Lib, 2.1.0' is not in this machine's package folder", missing.Message, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(folder.Path, "deep.lib"), recursive: true);
        Assert.Contains("'Deep.Lib, 1.1.0', which 'Top.Lib' needs,", Assert.Throws<PackageException>(() => new PackageFolder(folder.Path).Find("Top.Lib", PackageVersion.TryParse("2.0")!)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restored_package_is_loaded_without_a_network()
    {
        using var live = new LiveSession();
        using var packages = new TemporaryFolder();
        var before = Environment.GetEnvironmentVariable("NUGET_PACKAGES");
        try
        {
            var below = Write(packages, "Phm.Sample.Below", "1.0.0", "netstandard2.0", "", "public class Deep { public static int Value => 40; }");
            Write(packages, "Phm.Sample.Above", "1.2.0", "net10.0", "<dependency id=\"Phm.Sample.Below\" version=\"1.0.0\" />", "public class Top { public static int Sum => Deep.Value + 2; }", below);
            Environment.SetEnvironmentVariable("NUGET_PACKAGES", packages.Path);
            Assert.Equal("42 40", (await live.RunAsync("#r \"nuget: Phm.Sample.Above, 1.2.0\"\n$\"{Top.Sum} {Deep.Value}\"")).Text);
        }
        finally
        {
            Environment.SetEnvironmentVariable("NUGET_PACKAGES", before);
        }
    }

    private static string Write(TemporaryFolder folder, string id, string version, string frameworks, string dependencies, string? code = null, params string[] references)
    {
        var package = $"{id.ToLowerInvariant()}/{version}";
        folder.File($"{package}/{id.ToLowerInvariant()}.nuspec", $"<package xmlns=\"http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd\"><metadata><id>{id}</id><dependencies>{dependencies}</dependencies></metadata></package>");
        var path = "";
        foreach (var framework in frameworks.Split(' '))
        {
            path = folder.File($"{package}/lib/{framework}/{id}.dll", code is null ? "" : null);
            if (code is not null) Library.Compile(path, code, references);
        }
        return path;
    }
}
