using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.Segmentation;

/// <summary>
/// How many people of each segment in one period were in each segment in another, had died, had left, or had come. Counts of people,
/// not of movements in between.
/// </summary>
/// <remarks>
/// Totals of segments are those of the grids of the two periods, which are protected apart from this table. Where few came, died or left,
/// their total may follow from both grids by subtraction; rounding is what blurs it.
/// </remarks>
public sealed record SegmentMovement : Result
{
    /// <summary>Where people were who died before the second period began or in the first.</summary>
    public const string Died = "Died";

    /// <summary>Where people were who were alive and not registered.</summary>
    public const string Elsewhere = "Not registered";

    private readonly long[] _counts;
    private readonly bool[] _hidden;
    private readonly Lattice _lattice;

    private SegmentMovement(SegmentationScheme scheme, Period from, Period to, DisclosurePolicy policy, long[] moves)
    {
        (Scheme, From, To, Policy) = (scheme, from, to, policy);
        var size = scheme.Segments.Count + 2;
        _lattice = new Lattice(Axis.WithTotal(size), Axis.WithTotal(size));
        _counts = _lattice.Totals(moves);
        _hidden = SecondarySuppression.Protect(_lattice, _counts, policy, costs: [.. _counts.Select((count, node) => IsOfGrid(node) ? 1e15 : Math.Max(1.0, count))]);
    }

    /// <summary>Whom it is about.</summary>
    public required string Name { get; init; }

    /// <summary>The scheme that made the segments.</summary>
    public SegmentationScheme Scheme { get; }

    /// <summary>The first period.</summary>
    public Period From { get; }

    /// <summary>The second period.</summary>
    public Period To { get; }

    /// <summary>The policy by which numbers are shown.</summary>
    public DisclosurePolicy Policy { get; }

    /// <summary>How much of the second period the data cover, where that is not all of it; empty otherwise.</summary>
    internal string Coverage { get; private init; } = "";

    /// <summary>The segments, then died and not registered: the names of rows and columns.</summary>
    public IReadOnlyList<string> States => [.. Scheme.Segments, Died, Elsewhere];

    /// <summary>People by the segment they came from and the segment they went to.</summary>
    public DisclosedValue People(int from, int to)
    {
        var node = _lattice.Index(from, to);
        return Policy.Count(_counts[node], _hidden[node]);
    }

    /// <summary>Of the people of a segment, the share that was in another a period later, died included.</summary>
    public DisclosedValue Share(int from, int to) =>
        DisclosedValue.Combine(People(from, to), People(from, States.Count), (part, whole) => whole == 0 ? double.NaN : part / whole);

    /// <summary>Counts of people by where they were and where they went.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"{Scheme.Name}, {Name}: people by segment in {From} (rows) and {To} (columns)",
        Columns = [new($"In {From}"), .. States.Append("All").Select(state => new TableColumn(state, ColumnFormat.Count))],
        Rows =
        [
            .. States.Append("All").Select((state, from) => (TableCell[])[state, .. Enumerable.Range(0, States.Count + 1).Select(to => (TableCell)People(from, to))])
                .Where((_, from) => from != States.Count - 2),
        ],
        TotalRows = [States.Count - 1],
        Notes = [$"A row 'Not registered' holds people who came after {From}, by birth or by moving.", .. Coverage.Length > 0 ? [Coverage] : Array.Empty<string>(), Policy.Note],
    };

    /// <summary>
    /// Whether a number is a segment's total, which the grid of its period shows under its own protection: hiding it here would protect
    /// nothing, so it comes last of all.
    /// </summary>
    private bool IsOfGrid(int node)
    {
        var (from, to, all) = (_lattice.Coordinate(node, 0), _lattice.Coordinate(node, 1), States.Count);
        return (from == all && to < all - 2) || (to == all && from < all - 2);
    }

    internal static SegmentMovement Of(SegmentationScheme scheme, Population population, Period from, Period to, DisclosurePolicy policy)
    {
        if (to.First <= from.Last) throw new ArgumentException($"Movement is from {from} to a period that begins after its last day {from.Last}; it was given {to}, which begins on {to.First}.", nameof(to));
        var coverage = population.RequireCovered(to, $"Movement of '{scheme.Name}'");
        var size = scheme.Segments.Count + 2;
        var criteria = scheme.Criteria();
        var segmentOfRule = scheme.SegmentOfRule();
        var moves = population.FoldPartitions(() => new long[size * size], (counts, partition) =>
        {
            for (var position = partition.Start; position < partition.End; position++)
            {
                var patient = partition.PatientAt(position);
                var (before, after) = (State(patient, from), State(patient, to));
                if (before < size - 2 || after < size - 2) counts[before * size + after]++;
            }
        }, (counts, more) =>
        {
            for (var i = 0; i < counts.Length; i++) counts[i] += more[i];
        });
        return new(scheme, from, to, policy, moves) { Name = population.Name, Coverage = coverage };

        int State(int patient, Period period)
        {
            if (population.IsPresent(patient, period)) return segmentOfRule[SegmentationScheme.RuleOf(criteria, new Person(population, patient, period))];
            return population.DiedBefore(patient, period.First) ? size - 2 : size - 1;
        }
    }
}
