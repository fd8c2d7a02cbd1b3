using System.Collections.Frozen;

namespace Phm.Codelists;

/// <summary>A named and versioned set of codes of one coding system.</summary>
/// <typeparam name="TCode">The coding system.</typeparam>
public sealed class Codelist<TCode> where TCode : struct, IClinicalCode<TCode>
{
    private readonly FrozenSet<TCode> _codes;

    /// <summary>Makes a codelist.</summary>
    /// <param name="name">What the codes have in common.</param>
    /// <param name="version">The version, which changes whenever a code does.</param>
    /// <param name="source">Who made the list, and from what.</param>
    /// <param name="entries">The codes with their terms.</param>
    public Codelist(string name, string version, string source, IEnumerable<CodelistEntry<TCode>> entries)
    {
        Name = name;
        Version = version;
        Source = source;
        Entries = [.. entries];
        _codes = Entries.Select(entry => entry.Code).ToFrozenSet();
    }

    /// <summary>What the codes have in common.</summary>
    public string Name { get; }

    /// <summary>The version of the list.</summary>
    public string Version { get; }

    /// <summary>Who made the list, and from what.</summary>
    public string Source { get; }

    /// <summary>The codes with their terms, in the order of the list.</summary>
    public IReadOnlyList<CodelistEntry<TCode>> Entries { get; }

    /// <summary>The codes, each once.</summary>
    public IReadOnlySet<TCode> Codes => _codes;

    /// <summary>Whether the list has a code, or in a system whose codes tell it, a broader one: a list with I50 contains I500.</summary>
    public bool Contains(TCode code)
    {
        for (TCode? at = code; at is { } broader; at = broader.Broader)
        {
            if (_codes.Contains(broader)) return true;
        }
        return false;
    }
}
