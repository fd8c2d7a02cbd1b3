namespace Phm.Notebook.Packages;

/// <summary>The versions that a package accepts of another: <c>1.0</c> for that or later, <c>[1.0]</c> for that alone, <c>[1.0, 2.0)</c> for those between.</summary>
internal sealed record PackageRange(PackageVersion? Least, bool IncludesLeast, PackageVersion? Most, bool IncludesMost)
{
    public static PackageRange Parse(string text)
    {
        var range = text.Trim();
        if (range.Length == 0) return new PackageRange(null, true, null, true);
        if (range[0] is not ('[' or '(')) return new PackageRange(PackageVersion.TryParse(range), true, null, true);
        var ends = range[1..^1].Split(',');
        var least = PackageVersion.TryParse(ends[0]);
        return ends.Length == 1 ? new PackageRange(least, true, least, true) : new PackageRange(least, range[0] == '[', PackageVersion.TryParse(ends[1]), range[^1] == ']');
    }

    /// <summary>The range as NuGet writes it.</summary>
    public override string ToString() => Least is not null && Least == Most ? $"[{Least}]"
        : $"{(Least is not null && IncludesLeast ? '[' : '(')}{Least}, {Most}{(Most is not null && IncludesMost ? ']' : ')')}";

    public bool Accepts(PackageVersion version) =>
        (Least is null || version.CompareTo(Least) is var least && (least > 0 || (least == 0 && IncludesLeast)))
        && (Most is null || version.CompareTo(Most) is var most && (most < 0 || (most == 0 && IncludesMost)));
}
