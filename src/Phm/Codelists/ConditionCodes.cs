using System.Collections.Frozen;
using Phm.Populations;

namespace Phm.Codelists;

/// <summary>Which codes of a coding system stand for which <see cref="Condition"/>.</summary>
/// <typeparam name="TCode">The coding system.</typeparam>
public sealed class ConditionCodes<TCode> where TCode : struct, IClinicalCode<TCode>
{
    private readonly FrozenDictionary<TCode, ConditionSet> _conditions;
    private readonly FrozenDictionary<Condition, Codelist<TCode>> _lists;

    internal ConditionCodes(string name, string version, string source, IReadOnlyList<(CodelistEntry<TCode> Entry, Condition Condition)> rows)
    {
        Name = name;
        Version = version;
        Source = source;
        _conditions = rows.GroupBy(row => row.Entry.Code)
            .ToFrozenDictionary(code => code.Key, code => ConditionSet.Of([.. code.Select(row => row.Condition)]));
        _lists = rows.GroupBy(row => row.Condition)
            .ToFrozenDictionary(list => list.Key, list => new Codelist<TCode>(list.Key.Name(), version, source, list.Select(row => row.Entry)));
    }

    /// <summary>The name of the list.</summary>
    public string Name { get; }

    /// <summary>The first twelve hexadecimal digits of the SHA-256 of the file, so that a list that differs is told apart.</summary>
    public string Version { get; }

    /// <summary>Who made the list, and from what.</summary>
    public string Source { get; }

    /// <summary>How many codes the list has.</summary>
    public int Count => _conditions.Count;

    /// <summary>The conditions that the list has codes for, in the order of their numbers.</summary>
    public IEnumerable<Condition> Conditions => Vocabulary<Condition>.All.Where(_lists.ContainsKey);

    /// <summary>
    /// The conditions that a code stands for: none where the list does not have it, several for a code such as alcoholic cirrhosis. In
    /// a system whose codes tell it, a broader code of the list counts as well.
    /// </summary>
    public ConditionSet Of(TCode code)
    {
        var found = new ConditionSet();
        for (TCode? at = code; at is { } broader; at = broader.Broader)
        {
            found = new(found.Bits | _conditions.GetValueOrDefault(broader).Bits);
        }
        return found;
    }

    /// <summary>The codes of a condition; empty where the list has none for it.</summary>
    public Codelist<TCode> ListOf(Condition condition) =>
        _lists.GetValueOrDefault(condition) ?? new Codelist<TCode>(condition.Name(), Version, Source, []);
}
