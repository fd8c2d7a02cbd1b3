using Phm.Disclosure;
using Phm.Populations;

namespace Phm.Segmentation;

/// <summary>
/// Every cell of every unit: one lattice of units, age bands and segments with their totals, and one that is crossed with services. Every
/// table of the grid is a face of these, so no table gives away what another suppresses.
/// </summary>
internal sealed class EveryCellNodes : GridNodes
{
    private readonly Lattice _people;
    private readonly Lattice _spend;
    private readonly long[] _peopleCount;
    private readonly double[] _pounds;
    private readonly long[] _contributors;
    private readonly bool[] _peopleHidden;
    private readonly bool[] _spendHidden;

    public EveryCellNodes(GridCounts counts, Geography geography, Level finest, DisclosurePolicy policy) : base(counts, geography, finest, policy)
    {
        var (ages, segments) = (Axis.WithTotal(counts.AgeBands), Axis.WithTotal(counts.Segments));
        _people = new Lattice(Geography.Axis, ages, segments);
        _spend = new Lattice(Geography.Axis, ages, segments, Axis.WithTotal(GridCounts.Services));
        _peopleCount = Fill((p, a, s) => counts.People(p, a, s));
        _peopleHidden = SecondarySuppression.Protect(_people, _peopleCount, policy, costs: Costs(_people, node => _peopleCount[node]));
        (_pounds, _contributors) = FillSpend();
        _spendHidden = SecondarySuppression.ProtectAmounts(_spend, _pounds, _contributors, policy, _spend.Spread(_peopleHidden), costs: Costs(_spend, node => _pounds[node]));
    }

    public override DisclosedValue People(int unit, int age, int segment)
    {
        var node = _people.Index(unit, age, segment);
        return Policy.Count(_peopleCount[node], _peopleHidden[node]);
    }

    public override DisclosedValue Spend(int unit, int age, int segment, int service)
    {
        var node = _spend.Index(unit, age, segment, service);
        return Policy.Amount(_pounds[node], _contributors[node], _spendHidden[node]);
    }

    private double[] Costs(Lattice lattice, Func<int, double> value)
    {
        int[] totals = [Geography.Everyone, AllAges, AllSegments, AllServices];
        return [.. Enumerable.Range(0, lattice.Count).Select(node => (value(node) + 1)
            * Math.Pow(CostOfTotals, Enumerable.Range(0, lattice.Axes.Count).Count(axis => lattice.Coordinate(node, axis) == totals[axis])))];
    }

    private long[] Fill(Func<int, int, int, long> value)
    {
        var leafOfPractice = LeafOfPractice();
        var cells = Counts.AgeBands * Counts.Segments;
        var values = new long[_people.LeafCount];
        for (var practice = 0; practice < Counts.Practices; practice++)
        {
            for (var cell = 0; cell < cells; cell++) values[leafOfPractice[practice] * cells + cell] += value(practice, cell / Counts.Segments, cell % Counts.Segments);
        }
        return _people.Totals(values);
    }

    /// <summary>Contributors are added up by service, and those to all services counted apart, since money is spent on a person at several.</summary>
    private (double[] Pounds, long[] Contributors) FillSpend()
    {
        var pounds = new double[_spend.Count];
        var contributors = new long[_spend.Count];
        var total = new long[_people.Count];
        for (var service = 0; service <= AllServices; service++)
        {
            var s = service;
            var all = service == AllServices;
            var pence = all ? total : Fill((p, a, g) => Counts.Pence(p, a, g, s));
            var payers = Fill((p, a, g) => all ? Counts.PayersOfAny(p, a, g) : Counts.Payers(p, a, g, s));
            for (var node = 0; node < _people.Count; node++)
            {
                var at = node * (AllServices + 1) + service;
                pounds[at] = pence[node] / 100.0;
                contributors[at] = payers[node];
                if (!all) total[node] += pence[node];
            }
        }
        return (pounds, contributors);
    }
}
