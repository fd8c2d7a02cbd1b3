using Phm.Disclosure;
using Phm.Populations;

namespace Phm.Segmentation;

/// <summary>The units of a geography from a finest level up to everyone, as the nodes of an axis.</summary>
internal sealed class GeographyAxis
{
    private readonly Geography _geography;
    private readonly List<(Level? Level, string Name)> _nodes = [];
    private readonly Dictionary<Level, int> _firstOfLevel = [];

    public GeographyAxis(Geography geography, Level finest)
    {
        _geography = geography;
        Finest = finest;
        var parents = new List<int>();
        for (var level = finest; level <= Level.System; level++)
        {
            _firstOfLevel[level] = _nodes.Count;
            foreach (var unit in geography.UnitsAt(level))
            {
                _nodes.Add((level, unit));
                parents.Add(-1);
            }
        }
        Everyone = _nodes.Count;
        _nodes.Add((null, "Everyone"));
        parents.Add(-1);
        for (var level = finest; level <= Level.System; level++)
        {
            for (var practice = 0; practice <= geography.Practices.Count; practice++)
            {
                parents[NodeOf(practice, level)] = level == Level.System ? Everyone : NodeOf(practice, level + 1);
            }
        }
        Axis = Axis.Tree(parents);
    }

    public Axis Axis { get; }

    /// <summary>The finest level that is shown.</summary>
    public Level Finest { get; }

    /// <summary>The node that is the sum of all others.</summary>
    public int Everyone { get; }

    public string Name(int node) => _nodes[node].Name;

    /// <summary>The node of the unit at a level that a practice belongs to; one past the last practice is not known.</summary>
    public int NodeOf(int practice, Level level) => _firstOfLevel[level] + _geography.UnitOf(practice, level);

    /// <summary>The nodes of a level, in the order of the geography.</summary>
    public IEnumerable<int> NodesAt(Level level)
    {
        if (level < Finest) throw new DisclosureException($"This grid shows nothing finer than {Finest.ToString().ToLowerInvariant()}. Say grid.DownTo(Level.{level}) first: what is suppressed depends on the finest level shown.");
        return Enumerable.Range(_firstOfLevel[level], _geography.UnitsAt(level).Count);
    }

    /// <summary>The node with a name, looked for from the coarsest level down.</summary>
    public int Find(string unit)
    {
        for (var node = _nodes.Count - 1; node >= 0; node--)
        {
            if (string.Equals(_nodes[node].Name, unit, StringComparison.Ordinal)) return node;
        }
        throw new ArgumentException($"There is no unit '{unit}' at level {Finest} or above. The names are in population.Geography.UnitsAt(Level.{Finest}).", nameof(unit));
    }
}
