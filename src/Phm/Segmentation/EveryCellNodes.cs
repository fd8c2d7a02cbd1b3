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
        _people = Cells();
        _spend = new Lattice([.. _people.Axes, Axis.WithTotal(GridCounts.Services)]);
        _peopleCount = Fill(_people, counts.People);
        _peopleHidden = SecondarySuppression.Protect(_people, _peopleCount, policy, costs: Costs(_people, _peopleCount));
        (_pounds, _contributors) = FillSpend();
        _spendHidden = SecondarySuppression.ProtectAmounts(_spend, _pounds, _contributors, policy, _spend.Spread(_peopleHidden), costs: Costs(_spend, _pounds));
    }

    public override GridDetail Detail => GridDetail.EveryCell;

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

    /// <summary>Contributors are added up by service, and those to all services counted apart, since a person uses several.</summary>
    private (double[] Pounds, long[] Contributors) FillSpend()
    {
        var pounds = new double[_spend.Count];
        var contributors = new long[_spend.Count];
        var total = new long[_people.Count];
        for (var service = 0; service <= AllServices; service++)
        {
            var s = service;
            var all = service == AllServices;
            var pence = all ? total : Fill(_people, (p, a, g) => Counts.Pence(p, a, g, s));
            var users = Fill(_people, (p, a, g) => all ? Counts.UsersOfAny(p, a, g) : Counts.Users(p, a, g, s));
            for (var node = 0; node < _people.Count; node++)
            {
                var at = node * (AllServices + 1) + service;
                pounds[at] = pence[node] / 100.0;
                contributors[at] = users[node];
                if (!all) total[node] += pence[node];
            }
        }
        return (pounds, contributors);
    }
}
