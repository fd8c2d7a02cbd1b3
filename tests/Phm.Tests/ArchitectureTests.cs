using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Phm.Charting;
using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;
using Phm.Segmentation;

namespace Phm.Tests;

/// <summary>The lines of dependency that keep the library a library. Who draws a new one states it here.</summary>
public sealed class ArchitectureTests
{
    /// <summary>What each folder may know besides itself and the exceptions at the root. Subject folders come after the shared ones.</summary>
    private static readonly Dictionary<string, string[]> s_mayKnow = Knowledge();

    private static readonly Assembly s_phm = typeof(Population).Assembly;

    [Fact]
    public void Every_folder_knows_only_what_it_may_know()
    {
        var crossings = from type in s_phm.GetTypes()
                        let folder = Folder(type)
                        where folder is not null
                        from other in TypeReferences.Of(type)
                        let known = Folder(other)
                        where known is not null && known != folder && !s_mayKnow[folder].Contains(known)
                        select $"{TypeReferences.Outermost(type).FullName} knows {TypeReferences.Outermost(other).FullName}";
        Assert.Empty(crossings.Distinct());
    }

    [Fact]
    public void The_test_of_folders_sees_signatures_bodies_and_attributes()
    {
        Assert.Contains(typeof(DisclosedValue), TypeReferences.Of(typeof(TableCell)));
        Assert.Contains(typeof(SpendConcentration), TypeReferences.Of(s_phm.GetType("Phm.Synthetic.CalibrationFigures")!.GetNestedTypes(BindingFlags.NonPublic).Single(type => type.Name.Contains("Spend", StringComparison.Ordinal))));
        Assert.Contains(s_phm.GetType("Phm.Charting.ChartFormatterSource"), TypeReferences.Of(typeof(Chart)));
    }

    [Fact]
    public void Every_folder_has_its_line_stated() =>
        Assert.Empty(s_phm.GetTypes().Select(Folder).OfType<string>().Distinct().Except(s_mayKnow.Keys));

    [Fact]
    public void A_folders_name_is_never_a_types_name()
    {
        var folders = s_phm.GetTypes().Select(type => type.Namespace).OfType<string>().SelectMany(name => name.Split('.')).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(s_phm.GetTypes().Where(type => folders.Contains(type.Name)).Select(type => type.FullName));
    }

    [Fact]
    public void The_library_refers_to_its_three_packages_and_the_framework_without_console_sockets_and_web()
    {
        var references = s_phm.GetReferencedAssemblies().Select(name => name.Name!).ToArray();
        Assert.DoesNotContain(references, name => name is not ("MathNet.Numerics" or "CsvHelper" or "SQLitePCLRaw.core" or "SQLitePCLRaw.batteries_v2") && !name.StartsWith("System.", StringComparison.Ordinal));
        Assert.DoesNotContain(references, name => name is "System.Console" || name.StartsWith("System.Net", StringComparison.Ordinal));
        Assert.DoesNotContain("Microsoft.CodeAnalysis", string.Join(' ', references), StringComparison.Ordinal);
    }

    [Fact]
    public void The_library_and_the_notebook_engine_do_not_know_each_other()
    {
        Assert.Empty(References("Phm", "ProjectReference"));
        Assert.Equal(["CsvHelper", "MathNet.Numerics", "SQLitePCLRaw.bundle_e_sqlite3"], References("Phm", "PackageReference").Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Phm", References("Phm.Notebook", "ProjectReference"));
        Assert.DoesNotContain("MathNet.Numerics", References("Phm.Notebook", "PackageReference"));
    }

    [Fact]
    public void Built_assemblies_keep_to_what_the_projects_say()
    {
        foreach (var (project, stranger) in ((string, string)[])[("Phm", "Phm.Notebook"), ("Phm.Notebook", "Phm"), ("Phm.Jupyter", "Phm")])
        {
            var folder = Path.Combine(Repository.Root, "artifacts", "bin", project);
            if (!Directory.Exists(folder)) continue;
            foreach (var file in Directory.EnumerateFiles(folder, project + ".dll", SearchOption.AllDirectories)) Assert.DoesNotContain(stranger, AssemblyReferences(file));
        }
    }

    [Fact]
    public void The_top_level_holds_what_the_architecture_says_and_nothing_else()
    {
        string[] known = ["notebooks", "src", "tests", "data-samples", "README.md", "global.json", "Phm.slnx", "Directory.Build.props", "Directory.Packages.props", "artifacts"];
        var entries = Directory.EnumerateFileSystemEntries(Repository.Root).Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith('.'));
        Assert.Empty(entries.Except(known, StringComparer.Ordinal));
    }

    [Fact]
    public void No_public_member_gives_a_pseudonym_or_a_row_of_a_person()
    {
        string[] words = ["Id", "Ids", "PatientId", "Pseudonym", "Pseudonyms", "NhsNumber"];
        Assert.Empty(PublicMembers().Where(member => words.Contains(member.Name) && Folder(member.DeclaringType!) != "Codelists").Select(member => $"{member.DeclaringType}.{member.Name}"));
        Assert.False(typeof(PatientIds).IsVisible);
        Assert.False(typeof(PatientRow).IsVisible);
        Assert.Empty(typeof(PatientTable).GetProperties().Select(property => property.Name).Except(["Count", "Bytes"]));
    }

    [Fact]
    public void No_public_column_of_an_event_table_gives_rows_of_people()
    {
        var columns = s_phm.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(EventTable)))
            .SelectMany(type => type.GetProperties())
            .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>));
        Assert.Empty(columns.Select(property => $"{property.DeclaringType}.{property.Name}"));
    }

    private static Dictionary<string, string[]> Knowledge()
    {
        string[] results = ["Disclosure", "Presentation"];
        string[] shared = ["Populations", .. results];
        var lines = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            // Estimates show themselves, counts of rows among them by the disclosure policy. Neither folder knows Statistics, so the line is one-way.
            ["Statistics"] = results,
            // A person is shown through results alone, and says so by the convention of formatters.
            ["Populations"] = ["Presentation"],
            ["Disclosure"] = ["Populations"],
            ["Presentation"] = ["Disclosure"],
            // Codelists and unit costs are files too, and are read by the CSV table of Ingest.
            ["Codelists"] = [.. shared, "Ingest"],
            // OMOP carries no costs that can be used, so its import prices visits by unit costs.
            // A file of an analyst's own becomes a table for analysis.
            ["Ingest"] = [.. shared, "Codelists", "Costing", "Statistics"],
            ["Cohorts"] = [.. shared, "Codelists"],
            // Shares and rates carry the intervals of Statistics.
            ["Measures"] = [.. shared, "Codelists", "Statistics"],
            ["Findings"] = results,
        };
        string[] tools = [.. shared, "Codelists", "Ingest", "Cohorts", "Measures", "Statistics", "Findings"];
        string[] subjects = ["Segmentation", "Activation", "Frailty", "CaseFinding", "Costing", "Evaluation", "Simulation", "Synthetic"];
        foreach (var subject in subjects) lines[subject] = [.. tools, .. subjects];
        lines["Charting"] = [.. tools, .. subjects];
        return lines;
    }

    /// <summary>The folder of the library that a type lies in; null for other assemblies, the root and what the compiler makes.</summary>
    private static string? Folder(Type type)
    {
        if (type.Assembly != s_phm) return null;
        var parts = TypeReferences.Outermost(type).Namespace?.Split('.');
        return parts is ["Phm", var folder, ..] ? folder : null;
    }

    private static IEnumerable<MemberInfo> PublicMembers() => s_phm.GetExportedTypes().SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly));

    private static IEnumerable<string> References(string project, string kind)
    {
        var file = Path.Combine(Repository.Root, "src", project, project + ".csproj");
        return XDocument.Load(file).Descendants(kind).Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!) is var name && kind == "ProjectReference" ? name : (string)reference.Attribute("Include")!);
    }

    private static List<string> AssemblyReferences(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
