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

    [Theory]
    [InlineData("[2.0, 3.0)", "1.0", "X/2.0.0 C/1.0.0 B/1.0.0 A/1.0.0")]
    [InlineData("1.0", "2.0", "X/2.0.0 C/1.0.0 B/1.0.0 A/1.0.0")]
    [InlineData("1.0", "(2.0, ]", "X/3.0.0 C/1.0.0 B/1.0.0 A/1.0.0")]
    [InlineData("1.0", "", "Old/1.0.0 X/1.0.0 C/1.0.0 B/1.0.0 A/1.0.0")]
    public void A_package_that_two_others_need_has_a_version_that_both_accept(string first, string second, string expected)
    {
        using var folder = new TemporaryFolder();
        WriteDiamond(folder, first, second);
        var found = new PackageFolder(folder.Path).Find("A", PackageVersion.TryParse("1.0")!);
        Assert.Equal(expected, string.Join(' ', found.Select(package => $"{package.Id}/{Path.GetRelativePath(folder.Path, Assert.Single(package.Assemblies)).Replace('\\', '/').Split('/')[1]}")));
    }

    [Theory]
    [InlineData("[1.0]", "2.0", "'X' is needed in the version [1.0.0] by 'C' and in the version [2.0.0, ) by 'B', and this machine's package folder has none that is both")]
    [InlineData("2.0", "(, 2.0)", "'X' is needed in the version [2.0.0, ) by 'C' and in the version (, 2.0.0) by 'B', and")]
    [InlineData("1.0", "4.0", "the package 'X, 4.0.0', which 'B' needs, is not in this machine's package folder")]
    public void Packages_that_accept_no_version_together_are_told(string first, string second, string expected)
    {
        using var folder = new TemporaryFolder();
        WriteDiamond(folder, first, second);
        var error = Assert.Throws<PackageException>(() => new PackageFolder(folder.Path).Find("A", PackageVersion.TryParse("1.0")!));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_that_goes_in_a_circle_is_given_up()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "A", "1.0.0", "net8.0", "<dependency id=\"B\" version=\"1.0\" />");
        Write(folder, "B", "1.0.0", "net8.0", "<dependency id=\"X\" version=\"2.0\" />");
        Write(folder, "B", "2.0.0", "net8.0", "<dependency id=\"X\" version=\"[1.0]\" />");
        Write(folder, "X", "1.0.0", "net8.0", "<dependency id=\"B\" version=\"[1.0]\" />");
        Write(folder, "X", "2.0.0", "net8.0", "<dependency id=\"B\" version=\"2.0\" />");
        var error = Assert.Throws<PackageException>(() => new PackageFolder(folder.Path).Find("A", PackageVersion.TryParse("1.0")!));
        Assert.Contains("find no versions in this machine's package folder that agree", error.Message, StringComparison.Ordinal);
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

    /// <summary>A needs C and B, and both need X, whose first version needs another package.</summary>
    private static void WriteDiamond(TemporaryFolder folder, string ofC, string ofB)
    {
        Write(folder, "A", "1.0.0", "net8.0", "<dependency id=\"C\" version=\"1.0\" /><dependency id=\"B\" version=\"1.0\" />");
        Write(folder, "C", "1.0.0", "net8.0", $"<dependency id=\"X\" version=\"{ofC}\" />");
        Write(folder, "B", "1.0.0", "net8.0", $"<dependency id=\"X\" version=\"{ofB}\" />");
        Write(folder, "X", "1.0.0", "net8.0", "<dependency id=\"Old\" version=\"1.0\" />");
        foreach (var version in (string[])["2.0.0", "3.0.0"]) Write(folder, "X", version, "net8.0", "");
        Write(folder, "Old", "1.0.0", "net8.0", "");
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
