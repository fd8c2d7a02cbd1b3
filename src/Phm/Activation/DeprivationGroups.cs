using Phm.Disclosure;

namespace Phm.Activation;

/// <summary>
/// Everyone present in a period by fifth of deprivation and by whether they were measured, and at which level at last. Who was measured and
/// how levels differ are two faces of this one table, and it is protected as a whole: what one hides the other does not give away.
/// </summary>
internal sealed class DeprivationGroups
{
    private const int Fifths = 5;

    /// <summary>Fifths, then those without one, then the sum of all fifths, then everyone.</summary>
    private const int NotKnown = Fifths;
    private const int Known = Fifths + 1;
    private const int Everyone = Fifths + 2;

    private const int AtLevel1 = 0;
    private const int AtOther = 1;
    private const int NotMeasured = 2;
    private const int Measured = 3;
    private const int All = 4;

    /// <summary>How much dearer it is to hide a fifth that others are compared with.</summary>
    private const double CostOfEnds = 1000;

    private static readonly Lattice s_lattice = new(
        Axis.Tree([Known, Known, Known, Known, Known, Everyone, Everyone, -1]),
        Axis.Tree([Measured, Measured, All, All, -1]));

    private readonly long[] _counts;
    private readonly bool[] _hidden;
    private readonly DisclosurePolicy _policy;
    private readonly bool _hidesMeasured;

    public DeprivationGroups(ActivationStudy study)
    {
        (_policy, _hidesMeasured) = (study.Policy, study.Counts.HidesMeasured);
        _counts = s_lattice.Totals(Leaves(study));
        _hidden = SecondarySuppression.Protect(s_lattice, _counts, _policy, unpublished: [.. Nodes(IsUnpublished)], costs: [.. Nodes(Cost)]);
        int[] totals = [Node(Everyone, Measured), Node(Everyone, NotMeasured), Node(Everyone, All)];
        if (!_hidesMeasured && !CoverageGroups.IsAlmostAllOrNone(_counts[totals[0]], _counts[totals[1]], _policy) && !totals.Any(node => _hidden[node])) return;
        for (var node = 0; node < _hidden.Length; node++) _hidden[node] |= s_lattice.Coordinate(node, 0) != Everyone;
    }

    /// <summary>Who has been measured, by fifth.</summary>
    public CoverageGroups Coverage => Face([.. ActivationCoverage.FifthNames, "Not known"], [0, 1, 2, 3, 4, NotKnown, Everyone], [Measured, NotMeasured, All], areTotalsShared: true);

    /// <summary>Who is at level 1 of those who were measured, by fifth, those without one left out.</summary>
    public CoverageGroups Levels => Face(ActivationCoverage.FifthNames, [0, 1, 2, 3, 4, Known], [AtLevel1, AtOther, Measured], areTotalsShared: false);

    private CoverageGroups Face(IReadOnlyList<string> names, int[] groups, int[] columns, bool areTotalsShared)
    {
        int[] nodes = [.. groups.SelectMany(group => columns.Select(column => Node(group, column)))];
        return new("Deprivation", names, [.. nodes.Select(node => _counts[node])], [.. nodes.Select(node => _hidden[node])], _policy, areTotalsShared, _hidesMeasured);
    }

    private static long[] Leaves(ActivationStudy study)
    {
        const int columns = NotMeasured + 1;
        var levels = study.LastMeasured.ToDictionary(row => row.Patient, row => row.Level);
        return study.Population.Fold(study.Period, () => new long[(NotKnown + 1) * columns], (sums, person) =>
        {
            var column = levels.TryGetValue(person.Index, out var level) ? level == 1 ? AtLevel1 : AtOther : NotMeasured;
            sums[((person.DeprivationQuintile ?? NotKnown + 1) - 1) * columns + column]++;
        }, (sums, more) =>
        {
            for (var i = 0; i < sums.Length; i++) sums[i] += more[i];
        });
    }

    /// <summary>No table shows levels but by fifth, nor the unmeasured of all fifths together.</summary>
    private static bool IsUnpublished(int group, int column) => group switch
    {
        NotKnown or Everyone => column is AtLevel1 or AtOther,
        Known => column is NotMeasured or All,
        _ => false,
    };

    private double Cost(int group, int column) => Math.Max(1.0, _counts[Node(group, column)]) * (group is 0 or Fifths - 1 ? CostOfEnds : 1);

    private static int Node(int group, int column) => s_lattice.Index(group, column);

    private static IEnumerable<T> Nodes<T>(Func<int, int, T> of) => Enumerable.Range(0, s_lattice.Count).Select(node => of(s_lattice.Coordinate(node, 0), s_lattice.Coordinate(node, 1)));
}
