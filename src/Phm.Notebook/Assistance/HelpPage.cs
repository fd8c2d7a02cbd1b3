using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Phm.Notebook.Assistance;

/// <summary>What <c>help</c> says that is not of one name: what there is to ask for, and which names fit.</summary>
internal static class HelpPage
{
    private const int MostNames = 10;
    private const int MostTypes = 5;
    private const int MostNamespaces = 40;

    private static readonly string[] Ways =
    [
        "TAB after a dot or within a name lists what may stand there.",
        "Shift-TAB on a name shows how it is declared and what it does.",
        "help(\"NAME\") shows the same in a cell, for a type, a member such as \"Population.Where\" or a variable; capitals do not matter.",
        "help(VALUE) shows what a value can do.",
        "using NAMESPACE; imports a namespace, so that this cell and later ones find what is in it.",
        "#!lsmagic lists the directives and the languages of cells.",
    ];

    /// <summary>What there is to ask for.</summary>
    /// <param name="namespaces">The namespaces of the libraries that are referenced.</param>
    public static Inspection Of(IReadOnlyList<(string Name, IReadOnlyList<string> Types, bool IsImported)> namespaces) => InspectionWriter.Write(new InspectionArticle
    {
        Signatures = [],
        Documentation = new Documentation
        {
            Summary = [Paragraph("How to find out what there is"), .. Ways.Select(way => new DocBlock(DocBlockKind.Item, [new DocText(way, false)])),
                .. namespaces.Count == 0 ? [Paragraph("No library is referenced yet: #r \"FILE.dll\" references one.")] : (DocBlock[])[]],
        },
        More = ("Namespaces of the libraries that are referenced", [.. namespaces.Take(MostNamespaces).Select(Entry), .. Rest(namespaces.Count - MostNamespaces)]),
    });

    /// <summary>The names that fit, or that are like one that none does.</summary>
    /// <param name="name">The name that was asked about.</param>
    /// <param name="found">Those that fit.</param>
    /// <param name="near">Those that are like it.</param>
    /// <param name="brief">What each is, in a sentence.</param>
    public static Inspection OfNames(string name, IReadOnlyList<FoundName> found, IReadOnlyList<string> near, Func<ISymbol, IReadOnlyList<DocBlock>> brief) => InspectionWriter.Write(new InspectionArticle
    {
        Signatures = [],
        Documentation = new Documentation
        {
            Summary = [Paragraph(found.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{found.Count} names fit '{name}'. help(\"{found[0].Name}\") shows the first.")
                : $"There is no type, member or variable '{name}' here. {(near.Count > 0 ? $"Names like it: {string.Join(", ", near)}." : "Is its library referenced, and has the cell that declares it been run?")}")],
        },
        More = ("Names", [.. found.Take(MostNames).Select(one => new DocEntry(one.Name, brief(one.Symbols[0]))), .. Rest(found.Count - MostNames)]),
    });

    private static DocEntry Entry((string Name, IReadOnlyList<string> Types, bool IsImported) space)
    {
        var types = string.Join(", ", space.Types.Take(MostTypes)) + (space.Types.Count > MostTypes ? string.Create(CultureInfo.InvariantCulture, $" and {space.Types.Count - MostTypes} more") : "");
        return new DocEntry(space.Name, [Paragraph(space.IsImported ? types : $"{types}; not imported yet")]);
    }

    private static IEnumerable<DocEntry> Rest(int count) => count > 0 ? [new DocEntry(string.Create(CultureInfo.InvariantCulture, $"… and {count} more"), [])] : [];

    private static DocBlock Paragraph(string text) => new(DocBlockKind.Paragraph, [new DocText(text, false)]);
}
