using Phm.Disclosure;
using Phm.Populations;

namespace Phm.Segmentation;

/// <summary>
/// All that a grid can show, after disclosure control: one lattice of units, age bands and segments with their totals, and one that
/// is crossed with services. Every table of the grid is a face of these, so no table gives away what another suppresses.
/// </summary>
internal sealed class GridNodes
{
    private readonly DisclosurePolicy _policy;
    private readonly Lattice _people;
    private readonly Lattice _spend;
    private readonly long[] _peopleCount;
    private readonly double[] _pounds;
    private readonly long[] _contributors;
    private readonly bool[] _peopleHidden;
    private readonly bool[] _spendHidden;

    public GridNodes(GridCounts counts, Geography geography, Level finest, DisclosurePolicy policy)
    {
        _policy = policy;
        Geography = new GeographyAxis(geography, finest);
        AllAges = counts.AgeBands;
        AllSegments = counts.Segments;
        var (ages, segments) = (Axis.WithTotal(counts.AgeBands), Axis.WithTotal(counts.Segments));
        _people = new Lattice(Geography.Axis, ages, segments);
        _spend = new Lattice(Geography.Axis, ages, segments, Axis.WithTotal(GridCounts.Services));
        _peopleCount = Fill(counts, geography, _people, (p, a, s) => counts.People(p, a, s));
        _peopleHidden = SecondarySuppression.Protect(_people, _peopleCount, policy);
        (_pounds, _contributors) = FillSpend(counts, geography);
        _spendHidden = SecondarySuppression.ProtectAmounts(_spend, _pounds, _contributors, policy, _spend.Spread(_peopleHidden));
    }

    public GeographyAxis Geography { get; }

    /// <summary>The node of all ages.</summary>
    public int AllAges { get; }

    /// <summary>The node of all segments.</summary>
    public int AllSegments { get; }

    /// <summary>The node of all services.</summary>
    public static int AllServices => GridCounts.Services;

    public DisclosedValue People(int unit, int age, int segment)
    {
        var node = _people.Index(unit, age, segment);
        return _policy.Count(_peopleCount[node], _peopleHidden[node]);
    }

    public DisclosedValue Spend(int unit, int age, int segment, int service)
    {
        var node = _spend.Index(unit, age, segment, service);
        return _policy.Amount(_pounds[node], _contributors[node], _spendHidden[node]);
    }

    private long[] Fill(GridCounts counts, Geography geography, Lattice lattice, Func<int, int, int, long> value)
    {
        var leaves = Geography.Axis.Leaves;
        var leafOf = leaves.Select((node, leaf) => (node, leaf)).ToDictionary(pair => pair.node, pair => pair.leaf);
        var values = new long[lattice.LeafCount];
        for (var practice = 0; practice < counts.Practices; practice++)
        {
            var leaf = leafOf[Geography.NodeOf(practice, Geography.Finest)];
            for (var cell = 0; cell < counts.AgeBands * counts.Segments; cell++)
            {
                values[leaf * counts.AgeBands * counts.Segments + cell] += value(practice, cell / counts.Segments, cell % counts.Segments);
            }
        }
        return lattice.Totals(values);
    }

    /// <summary>Contributors are added up by service, and those to all services counted apart, since a person uses several.</summary>
    private (double[] Pounds, long[] Contributors) FillSpend(GridCounts counts, Geography geography)
    {
        var pounds = new double[_spend.Count];
        var contributors = new long[_spend.Count];
        var total = new long[_people.Count];
        for (var service = 0; service <= GridCounts.Services; service++)
        {
            var s = service;
            var all = service == GridCounts.Services;
            var pence = all ? total : Fill(counts, geography, _people, (p, a, g) => counts.Pence(p, a, g, s));
            var users = Fill(counts, geography, _people, (p, a, g) => all ? counts.UsersOfAny(p, a, g) : counts.Users(p, a, g, s));
            for (var node = 0; node < _people.Count; node++)
            {
                var at = node * (GridCounts.Services + 1) + service;
                pounds[at] = pence[node] / 100.0;
                contributors[at] = users[node];
                if (!all) total[node] += pence[node];
            }
        }
        return (pounds, contributors);
    }
}
