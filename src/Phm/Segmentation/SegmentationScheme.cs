using System.Runtime.CompilerServices;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.Segmentation;

/// <summary>
/// An ordered list of rules. A person lands in the segment of the first rule that is met, and in the last segment where none is: so
/// everyone is in exactly one segment, and the rule is the reason.
/// </summary>
/// <example>
/// <code>
/// var mine = SegmentationScheme.Named("Three segments")
///     .Segment("Frail", p => p.Age >= 65 &amp;&amp; p.Deficits >= 9, because: "moderate or severe frailty")
///     .Segment("Long-term conditions", p => p.LongTermConditions > 0, because: "at least one long-term condition")
///     .Otherwise("Mostly healthy");
/// mine.Apply(kent, Period.FinancialYear(2024))
/// </code>
/// </example>
public sealed record SegmentationScheme : Result
{
    private const string NoActivity = "Spend is not known: the data came without activity, and £0 stands for that.";

    private SegmentationScheme()
    {
    }

    /// <summary>The scheme's name.</summary>
    public required string Name { get; init; }

    /// <summary>The rules, in the order in which they are tried.</summary>
    public IReadOnlyList<SegmentRule> Rules { get; private init; } = [];

    /// <summary>The segments in the order in which the scheme first names them, then the one for those who meet no rule.</summary>
    public IReadOnlyList<string> Segments => [.. Rules.Select(rule => rule.Segment).Distinct(StringComparer.Ordinal)];

    /// <summary>The age bands that the segments are crossed with.</summary>
    public AgeBands AgeBands { get; init; } = AgeBands.Kent;

    /// <summary>Where the definitions come from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether the last rule catches everyone.</summary>
    public bool IsComplete { get; private init; }

    /// <summary>The grid of Kent and Medway: age bands by nine condition segments. See <see cref="Schemes.KentGrid"/>.</summary>
    public static SegmentationScheme KentGrid => Schemes.KentGrid;

    /// <summary>The eight segments of Bridges to Health. See <see cref="Schemes.BridgesToHealth"/>.</summary>
    public static SegmentationScheme BridgesToHealth => Schemes.BridgesToHealth;

    /// <summary>A scheme without rules, to which segments are added.</summary>
    public static SegmentationScheme Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new() { Name = name };
    }

    /// <summary>Adds a rule. Several rules may lead to one segment; each keeps its own reason.</summary>
    /// <param name="name">The segment.</param>
    /// <param name="criterion">Whether a person meets the rule.</param>
    /// <param name="because">Why a person who meets it belongs there.</param>
    /// <param name="needsDeficits">
    /// Whether the rule can be left out where the data have no deficits of the electronic frailty index; the grid then says that it was.
    /// A rule that asks for deficits without this fails on such data.
    /// </param>
    /// <exception cref="InvalidOperationException">The scheme already has its last rule.</exception>
    public SegmentationScheme Segment(string name, Func<Person, bool> criterion, string because, bool needsDeficits = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        ArgumentNullException.ThrowIfNull(criterion);
        return Add(new SegmentRule(name, because, criterion) { NeedsDeficits = needsDeficits });
    }

    /// <summary>Adds the last rule, which everyone meets who met none before.</summary>
    /// <exception cref="InvalidOperationException">The scheme already has its last rule.</exception>
    public SegmentationScheme Otherwise(string name, string because = "meets no rule above")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Add(new SegmentRule(name, because, _ => true)) with { IsComplete = true };
    }

    /// <summary>
    /// Puts everyone who was present in a period into a segment and an age band, and adds up who they are and what was spent on them.
    /// </summary>
    /// <param name="population">The people.</param>
    /// <param name="period">Conditions, use and spend are those of this period; age is that of its first day.</param>
    /// <exception cref="InvalidOperationException">The scheme has no last rule.</exception>
    /// <exception cref="DataException">A rule needs a table that did not come with the data, or the data cover no day of the period.</exception>
    public SegmentGrid Apply(Population population, Period period)
    {
        RequireComplete();
        population.RequireCovered(period, $"'{Name}'");
        var scheme = For(population);
        return new SegmentGrid(scheme, population, period, GridFold.Run(scheme, population, period));
    }

    /// <summary>
    /// The scheme as it can be applied to these people. Rules on deficits are left out where there are none to ask for, and
    /// <see cref="Source"/>, which stands beneath every table of the grid, says what could not be assessed.
    /// </summary>
    internal SegmentationScheme For(Population population)
    {
        var scheme = this;
        var left = population.Deficits.IsAvailable ? [] : Rules.Where(rule => rule.NeedsDeficits).ToArray();
        if (left.Length > 0)
        {
            var rules = string.Join(", ", left.Select(rule => $"'{rule.Segment}' because the person {rule.Because}"));
            scheme = scheme with
            {
                Rules = [.. Rules.Except(left)],
                Source = $"{Source} Frailty is not assessed: the data came without deficits, so no one is in {rules}.".TrimStart(),
            };
        }
        return population.Activity.IsAvailable ? scheme : scheme with { Source = $"{scheme.Source} {NoActivity}".TrimStart() };
    }

    /// <summary>The criteria of the rules but the last, which everyone meets, as an array: it is walked once a person.</summary>
    internal Func<Person, bool>[] Criteria() => [.. Rules.Take(Rules.Count - 1).Select(rule => rule.Criterion)];

    /// <summary>The index of the first rule that a person meets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int RuleOf(Func<Person, bool>[] criteria, Person person)
    {
        for (var i = 0; i < criteria.Length; i++)
        {
            if (criteria[i](person)) return i;
        }
        return criteria.Length;
    }

    /// <summary>For each rule the index of its segment.</summary>
    internal int[] SegmentOfRule()
    {
        var segments = Segments.ToList();
        return [.. Rules.Select(rule => segments.IndexOf(rule.Segment))];
    }

    internal void RequireComplete()
    {
        if (!IsComplete) throw new InvalidOperationException($"The scheme '{Name}' has no last rule, so someone could land nowhere. End it with .Otherwise(\"…\").");
    }

    /// <summary>The rules in order, as a table.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"{Name}: a person lands in the segment of the first rule that is met",
        Columns = [new("Order", ColumnFormat.Count), new("Segment"), new("Because the person")],
        Rows = [.. Rules.Select((rule, i) => (TableCell[])[(double)i + 1, rule.Segment, rule.Because])],
        Notes = Source.Length > 0 ? [Source] : [],
    };

    private SegmentationScheme Add(SegmentRule rule)
    {
        if (IsComplete) throw new InvalidOperationException($"The scheme '{Name}' already ends with .Otherwise(…); add segments before it.");
        if (Rules.Count == byte.MaxValue) throw new InvalidOperationException($"The scheme '{Name}' has {byte.MaxValue} rules; no more can be held.");
        return this with { Rules = [.. Rules, rule] };
    }
}
