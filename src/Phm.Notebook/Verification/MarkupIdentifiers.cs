namespace Phm.Notebook.Verification;

/// <summary>
/// Ids that only one side knows are replaced by their number in order of the document, where they are defined and where they are
/// referred to: a picture whose ids were renamed consistently is the same picture.
/// </summary>
internal static class MarkupIdentifiers
{
    public static void Unify(MarkupNode kept, MarkupNode obtained)
    {
        var (keptIds, obtainedIds) = (new List<string>(), new List<string>());
        Collect(kept, keptIds);
        Collect(obtained, obtainedIds);
        var both = keptIds.ToHashSet(StringComparer.Ordinal);
        both.IntersectWith(obtainedIds);
        Rename(kept, Numbers(keptIds, both));
        Rename(obtained, Numbers(obtainedIds, both));
    }

    private static void Collect(MarkupNode node, List<string> ids)
    {
        if (node.Attributes.TryGetValue("id", out var id)) ids.Add(id);
        foreach (var child in node.Children) Collect(child, ids);
    }

    private static Dictionary<string, string> Numbers(List<string> ids, HashSet<string> both)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in ids)
            if (!both.Contains(id)) names.TryAdd(id, $"(id {Places.Number(names.Count + 1)})");
        return names;
    }

    private static void Rename(MarkupNode node, Dictionary<string, string> names)
    {
        if (names.Count == 0) return;
        foreach (var (name, value) in node.Attributes.ToArray())
        {
            if (name is "id" or "for" or "headers" or "aria-labelledby" or "aria-describedby" or "aria-controls" or "aria-owns")
                node.Attributes[name] = string.Join(' ', value.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(id => names.GetValueOrDefault(id, id)));
            else if (name is "href" or "xlink:href" && value.StartsWith('#') && names.TryGetValue(value[1..], out var target)) node.Attributes[name] = "#" + target;
            else if (value.Contains("url(", StringComparison.Ordinal)) node.Attributes[name] = RenameUrls(value, names);
        }
        foreach (var child in node.Children) Rename(child, names);
    }

    private static string RenameUrls(string value, Dictionary<string, string> names)
    {
        const string Start = "url(#";
        var parts = value.Replace("url('#", Start, StringComparison.Ordinal).Replace("url(\"#", Start, StringComparison.Ordinal).Split(Start);
        for (var i = 1; i < parts.Length; i++)
        {
            var end = parts[i].IndexOf(')', StringComparison.Ordinal);
            if (end < 0) continue;
            var id = parts[i][..end].TrimEnd('\'', '"');
            if (names.TryGetValue(id, out var name)) parts[i] = name + parts[i][end..];
        }
        return string.Join(Start, parts);
    }
}
