namespace Phm.Activation;

/// <summary>Who would move to which level of patient activation: the question of a what-if.</summary>
public sealed record LevelMove
{
    private readonly int[] _to;

    private LevelMove(string name, int[] to) => (Name, _to) = (name, to);

    /// <summary>Everyone at level 1, 2 or 3 one level up.</summary>
    public static LevelMove OneLevelUp { get; } = new("everyone below level 4 one level up", [2, 3, 4, 4]);

    /// <summary>The move in words.</summary>
    public string Name { get; }

    /// <summary>Everyone at one level to another.</summary>
    /// <exception cref="ArgumentException">A level is not 1 to 4, or both are the same.</exception>
    public static LevelMove From(int level, int to)
    {
        var (from, target) = (Checked(level), Checked(to));
        return Of($"everyone at level {from} to level {target}", at => at == from ? target : at);
    }

    /// <summary>A move of one's own.</summary>
    /// <param name="name">The move in words, as in "everyone below level 3 to level 3".</param>
    /// <param name="to">The level to which somebody at a level moves; the same for those who stay.</param>
    /// <exception cref="ArgumentException">It moves nobody, or gives a level that is not 1 to 4.</exception>
    public static LevelMove Of(string name, Func<int, int> to)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(to);
        int[] levels = [.. Enumerable.Range(1, LevelCounts.Levels).Select(level => Checked(to(level)))];
        if (levels.SequenceEqual(Enumerable.Range(1, LevelCounts.Levels))) throw new ArgumentException("The move leaves everyone where they are.", nameof(to));
        return new(name, levels);
    }

    /// <summary>The level to which somebody at a level, 1 to 4, moves.</summary>
    public int To(int level) => _to[Checked(level) - 1];

    private static int Checked(int level) => level is >= 1 and <= LevelCounts.Levels ? level
        : throw new ArgumentOutOfRangeException(nameof(level), level, "A level of patient activation is 1, 2, 3 or 4.");
}
