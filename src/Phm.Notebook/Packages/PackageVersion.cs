using System.Globalization;

namespace Phm.Notebook.Packages;

/// <summary>A version of a package, ordered as NuGet orders them: numbers first, and a pre-release before its release.</summary>
internal sealed record PackageVersion(Version Number, string PreRelease) : IComparable<PackageVersion>
{
    public static PackageVersion? TryParse(string text)
    {
        var plain = text.Trim().Split('+')[0];
        var dash = plain.IndexOf('-', StringComparison.Ordinal);
        var numbers = (dash < 0 ? plain : plain[..dash]).Split('.');
        if (numbers.Length is < 1 or > 4) return null;
        var parts = new int[4];
        for (var i = 0; i < numbers.Length; i++)
            if (!int.TryParse(numbers[i], NumberStyles.None, CultureInfo.InvariantCulture, out parts[i])) return null;
        return new PackageVersion(new Version(parts[0], parts[1], parts[2], parts[3]), dash < 0 ? "" : plain[(dash + 1)..].ToLowerInvariant());
    }

    public int CompareTo(PackageVersion? other)
    {
        if (other is null) return 1;
        var numbers = Number.CompareTo(other.Number);
        if (numbers != 0 || PreRelease == other.PreRelease) return numbers;
        if (PreRelease.Length == 0 || other.PreRelease.Length == 0) return PreRelease.Length == 0 ? 1 : -1;
        return ComparePreReleases(PreRelease.Split('.'), other.PreRelease.Split('.'));
    }

    /// <summary>The version as the package folder spells it: three numbers, a fourth where it is not zero.</summary>
    public override string ToString() =>
        (Number.Revision > 0 ? Number.ToString(4) : Number.ToString(3)) + (PreRelease.Length > 0 ? "-" + PreRelease : "");

    private static int ComparePreReleases(string[] one, string[] other)
    {
        for (var i = 0; i < Math.Min(one.Length, other.Length); i++)
        {
            var areNumbers = int.TryParse(one[i], NumberStyles.None, CultureInfo.InvariantCulture, out var left)
                & int.TryParse(other[i], NumberStyles.None, CultureInfo.InvariantCulture, out var right);
            var compared = areNumbers ? left.CompareTo(right) : string.CompareOrdinal(one[i], other[i]);
            if (compared != 0) return compared;
        }
        return one.Length.CompareTo(other.Length);
    }
}
