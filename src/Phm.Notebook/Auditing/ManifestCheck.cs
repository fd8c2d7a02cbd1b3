using System.Globalization;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Auditing;

/// <summary>Says what has changed since a manifest was written. Nothing is run.</summary>
public static class ManifestCheck
{
    private const int LongestPath = 1_000;
    private const int LongestName = 80;

    /// <summary>The digest of no bytes: an empty file need not be opened to know it.</summary>
    private const string OfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>The notebook as it is now against its own manifest: edited, added, removed and moved cells, altered outputs.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="manifest">Its manifest.</param>
    public static IReadOnlyList<Change> OfCells(NotebookDocument document, Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(manifest);
        var changes = new List<Change>();
        if (!manifest.Clean || !manifest.InOrder)
            changes.Add(new Change(ChangeKind.Manifest, "The kept outputs were not made by a clean run from top to bottom."));
        var kept = manifest.Cells.DistinctBy(cell => cell.Id).ToDictionary(cell => cell.Id, StringComparer.Ordinal);
        for (var i = 0; i < document.Cells.Count; i++)
        {
            var now = ManifestWriter.OfCell(document.Cells[i]);
            if (!kept.Remove(now.Id, out var then)) changes.Add(new Change(ChangeKind.Source, $"Cell {i + 1} was added.", i));
            else changes.AddRange(OfCell(i, then, now));
        }
        if (kept.Count > 0) changes.Add(new Change(ChangeKind.Source, $"{Counted(kept.Count, "cell was", "cells were")} removed: {Shown(kept.Keys)}."));
        else if (!document.Cells.Select(cell => cell.Id).Intersect(manifest.Cells.Select(cell => cell.Id)).SequenceEqual(manifest.Cells.Select(cell => cell.Id)))
            changes.Add(new Change(ChangeKind.Source, "Cells were moved."));
        return changes;
    }

    /// <summary>The files and the machine as they are now against a manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="folder">The notebook's folder.</param>
    public static IReadOnlyList<Change> OfFiles(Manifest manifest, string folder)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var changes = new List<Change>();
        foreach (var file in manifest.Files)
        {
            var now = DigestNow(file.Path, folder);
            if (now is null) changes.Add(new Change(ChangeKind.Data, $"The data file {Shown(file.Path)} is not there or cannot be read."));
            else if (file.Sha256 is not null && now != file.Sha256) changes.Add(new Change(ChangeKind.Data, $"The data file {Shown(file.Path)} has other content than when the outputs were kept."));
        }
        foreach (var assembly in manifest.Assemblies.Where(assembly => assembly.Path is not null))
        {
            var now = DigestNow(assembly.Path!, folder);
            if (now is null) changes.Add(new Change(ChangeKind.Library, $"The library {Shown(assembly.Name)} is not at {Shown(assembly.Path!)}."));
            else if (now != assembly.Sha256) changes.Add(new Change(ChangeKind.Library, $"The library {Shown(assembly.Name)} is another build than version {Shown(assembly.Version)} with which the outputs were kept."));
        }
        changes.AddRange(OfEngine(manifest.Engine, ManifestWriter.Engine()));
        changes.AddRange(OfEnvironment(manifest.Environment, ManifestEnvironment.Here));
        return changes;
    }

    /// <summary>The conditions of a new run against those of the kept one: data, parameters, seeds, libraries, environment.</summary>
    /// <param name="kept">The manifest of the kept outputs.</param>
    /// <param name="obtained">The manifest of the new run.</param>
    public static IReadOnlyList<Change> Between(Manifest kept, Manifest obtained)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(obtained);
        return
        [
            .. Pairs(kept.Files, obtained.Files, file => file.Path).SelectMany(pair => OfFile(pair.Key, pair.Kept, pair.Obtained)),
            .. Pairs(kept.Parameters, obtained.Parameters, parameter => parameter.Key).Where(pair => pair.Kept.FirstOrDefault().Value != pair.Obtained.FirstOrDefault().Value)
                .Select(pair => new Change(ChangeKind.Input, $"The parameter {Shown(pair.Key)} has another value.")),
            .. kept.Seeds.SequenceEqual(obtained.Seeds) ? [] : new[] { new Change(ChangeKind.Input, "The seeds of random numbers are others.") },
            .. Pairs(kept.Assemblies, obtained.Assemblies, assembly => assembly.Name).SelectMany(pair => OfAssembly(pair.Key, pair.Kept, pair.Obtained)),
            .. OfEngine(kept.Engine, obtained.Engine),
            .. OfEnvironment(kept.Environment, obtained.Environment),
        ];
    }

    private static IEnumerable<Change> OfCell(int index, ManifestCell then, ManifestCell now)
    {
        if (then.Source != now.Source) yield return new Change(ChangeKind.Source, $"The source of cell {index + 1} was edited after its outputs were kept.", index);
        if (then.Settings != now.Settings) yield return new Change(ChangeKind.Source, $"The kind, the language, the tags or the phm metadata of cell {index + 1} were changed after its outputs were kept.", index);
        if (then.Attachments != now.Attachments) yield return new Change(ChangeKind.Source, $"The attachments of cell {index + 1} were changed after its outputs were kept.", index);
        if (then.Outputs != now.Outputs) yield return new Change(ChangeKind.Output, $"The outputs of cell {index + 1} are not those that the run wrote.", index);
    }

    private static IEnumerable<Change> OfFile(string path, ManifestFile[] kept, ManifestFile[] obtained)
    {
        if (kept.Length == 0) yield return new Change(ChangeKind.Data, $"The data file {Shown(path)} is read now and was not when the outputs were kept.");
        else if (obtained.Length == 0) yield return new Change(ChangeKind.Data, $"The data file {Shown(path)} was read when the outputs were kept and is not now.");
        else if (!kept.Select(file => file.Sha256).SequenceEqual(obtained.Select(file => file.Sha256)))
            yield return new Change(ChangeKind.Data, $"The data file {Shown(path)} has other content than when the outputs were kept{Rows(kept[0], obtained[0])}.");
    }

    private static string Rows(ManifestFile kept, ManifestFile obtained) => kept.Rows is { } then && obtained.Rows is { } now && then != now
        ? string.Create(CultureInfo.InvariantCulture, $": {now:#,##0} rows instead of {then:#,##0}") : "";

    private static IEnumerable<Change> OfAssembly(string name, ManifestAssembly[] kept, ManifestAssembly[] obtained)
    {
        if (kept.Length == 0) yield return new Change(ChangeKind.Library, $"The library {Shown(name)} is referenced now and was not.");
        else if (obtained.Length == 0) yield return new Change(ChangeKind.Library, $"The library {Shown(name)} was referenced and is not now.");
        else if (kept[0].Version != obtained[0].Version) yield return new Change(ChangeKind.Library, $"The library {Shown(name)} is version {Shown(obtained[0].Version)} instead of {Shown(kept[0].Version)}.");
        else if (kept[0].Sha256 != obtained[0].Sha256) yield return new Change(ChangeKind.Library, $"The library {Shown(name)} is another build of version {Shown(kept[0].Version)}.");
    }

    private static IEnumerable<Change> OfEngine(ManifestAssembly? kept, ManifestAssembly? obtained)
    {
        if (kept is null || obtained is null || kept == obtained) yield break;
        yield return new Change(ChangeKind.Library, kept.Version == obtained.Version
            ? $"The notebook engine is another build of version {Shown(kept.Version)}." : $"The notebook engine is version {Shown(obtained.Version)} instead of {Shown(kept.Version)}.");
    }

    private static IEnumerable<Change> OfEnvironment(ManifestEnvironment? kept, ManifestEnvironment? obtained)
    {
        if (kept is null || obtained is null) yield break;
        foreach (var (what, then, now) in new[]
        {
            ("runtime", kept.Runtime, obtained.Runtime), ("system", kept.Os, obtained.Os),
            ("processor", kept.Processor, obtained.Processor), ("culture", kept.Culture, obtained.Culture),
        })
            if (then != now) yield return new Change(ChangeKind.Environment, $"The {what} is {Shown(now)} instead of {Shown(then)}.");
    }

    private static IEnumerable<(string Key, T[] Kept, T[] Obtained)> Pairs<T>(IEnumerable<T> kept, IEnumerable<T> obtained, Func<T, string> key)
    {
        var (then, now) = (kept.ToLookup(key, StringComparer.Ordinal), obtained.ToLookup(key, StringComparer.Ordinal));
        return then.Select(group => group.Key).Union(now.Select(group => group.Key)).Order(StringComparer.Ordinal).Select(name => (name, then[name].ToArray(), now[name].ToArray()));
    }

    /// <summary>
    /// A notebook may come from anyone, and so may its paths: what is no file with bytes of its own (a device, a pipe) is never opened.
    /// </summary>
    private static string? DigestNow(string path, string folder)
    {
        if (path.Length is 0 or > LongestPath || path.Contains('\0', StringComparison.Ordinal)) return null;
        var file = new FileInfo(Path.GetFullPath(path, folder));
        return !file.Exists ? null : file.Length == 0 ? OfNothing : Digest.OfFile(file.FullName);
    }

    private static string Counted(int count, string one, string many) => $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    private static string Shown(IEnumerable<string> ids) => string.Join(", ", ids.Take(5).Select(Shown));

    private static string Shown(string text)
    {
        var clean = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return clean.Length <= LongestName ? clean : string.Concat("…", clean.AsSpan(clean.Length - LongestName));
    }
}
