namespace Phm.Populations;

/// <summary>
/// The tree of practices, networks, localities, places and systems. People whose practice is not known belong to one unit more at
/// each level, called <see cref="NotKnown"/>, so that no one is lost from a total.
/// </summary>
public sealed class Geography
{
    /// <summary>The unit of people whose practice is not known.</summary>
    public const string NotKnown = "Practice not known";

    private readonly string[][] _units;
    private readonly int[][] _unitOfPractice;

    /// <summary>The tree of these practices, sorted by code.</summary>
    /// <exception cref="DataException">A code or name is used twice, or a unit lies in two units above it.</exception>
    public Geography(IEnumerable<Practice> practices)
    {
        Practices = [.. practices.OrderBy(practice => practice.Code, StringComparer.Ordinal)];
        if (Practices.Count >= ushort.MaxValue) throw new DataException($"practices: {Practices.Count:N0} rows; at most {ushort.MaxValue - 1:N0} can be held.");
        foreach (var level in Enum.GetValues<Level>()) RequireOneParent(level);
        _units = [.. Enum.GetValues<Level>().Select(level => Practices.Select(p => p.UnitAt(level)).Distinct(StringComparer.Ordinal).Append(NotKnown).ToArray())];
        _unitOfPractice = [.. Enum.GetValues<Level>().Select(level => Practices.Select(p => p.UnitAt(level)).Append(NotKnown).Select(unit => Array.IndexOf(_units[(int)level], unit)).ToArray())];
    }

    /// <summary>A geography without practices: everyone's practice is not known.</summary>
    public static Geography None { get; } = new([]);

    /// <summary>The practices, sorted by code.</summary>
    public IReadOnlyList<Practice> Practices { get; }

    /// <summary>The units at a level, in order of the practices' codes; the last is <see cref="NotKnown"/>.</summary>
    public IReadOnlyList<string> UnitsAt(Level level) => _units[(int)level];

    /// <summary>The index among <see cref="UnitsAt"/> of the unit that a practice belongs to; one past the last practice is not known.</summary>
    internal int UnitOf(int practice, Level level) => _unitOfPractice[(int)level][practice];

    private void RequireOneParent(Level level)
    {
        if (level == Level.Practice)
        {
            RequireUnique("practice_code", practice => practice.Code);
            RequireUnique("practice_name", practice => practice.Name);
        }
        if (level == Level.System) return;
        var above = level + 1;
        foreach (var unit in Practices.GroupBy(practice => practice.UnitAt(level)))
        {
            var parents = unit.Select(practice => practice.UnitAt(above)).Distinct().ToArray();
            if (parents.Length > 1) throw new DataException($"practices: the {Word(level)} '{unit.Key}' lies in {parents.Length} units of level {Word(above)} ('{parents[0]}', '{parents[1]}'); each unit belongs to one. Give units that share a name different names.");
        }
    }

    private void RequireUnique(string column, Func<Practice, string> value)
    {
        var twice = Practices.GroupBy(value).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new DataException($"practices: the {column} '{twice.Key}' stands in {twice.Count()} rows; each practice has one row and one name of its own.");
    }

    private static string Word(Level level) => level.ToString().ToLowerInvariant();
}
