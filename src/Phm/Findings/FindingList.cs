using Phm.Presentation;

namespace Phm.Findings;

/// <summary>
/// Published figures, in the order of the registry: all of them, those of a study, or those of a status. A list shows itself as a table with
/// the status of each figure in words, and can be set beside reproduced figures.
/// </summary>
public sealed record FindingList : Result
{
    private readonly Dictionary<string, PublishedFinding> _byId;

    internal FindingList(string name, IReadOnlyList<PublishedFinding> figures)
    {
        (Name, Figures) = (name, figures);
        _byId = figures.ToDictionary(figure => figure.Key, StringComparer.Ordinal);
    }

    /// <summary>What tables call the list: the study where all figures are of one.</summary>
    public string Name { get; }

    /// <summary>The figures.</summary>
    public IReadOnlyList<PublishedFinding> Figures { get; }

    /// <summary>The studies that the figures come from.</summary>
    public IReadOnlyList<PublishedStudy> Studies => FindingTables.Studies(Figures);

    /// <summary>Every column that is held of each figure, for CSV and other tools.</summary>
    public ResultTable Columns => FindingTables.ForTools(Figures);

    /// <summary>The figure with an id.</summary>
    /// <exception cref="ArgumentException">The list has no such figure; the message names the nearest ids.</exception>
    public PublishedFinding Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _byId.TryGetValue(id, out var figure) ? figure : throw NearestWords.NotFound($"{Name}: there is no figure", id, "id", Figures.Select(each => each.Key));
    }

    /// <summary>The figures of a study, found by its key or its name in upper or lower case.</summary>
    /// <exception cref="ArgumentException">No figure is of such a study; the message names the nearest keys.</exception>
    public FindingList OfStudy(string study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var found = Studies.FirstOrDefault(each => Is(each.Key, study) || Is(each.Name, study)) ?? throw NearestWords.NotFound($"{Name}: there is no study", study, "study", Studies.Select(each => each.Key));
        return new(found.Name, [.. Figures.Where(figure => figure.Study == found)]);
    }

    /// <summary>The figures of a status.</summary>
    public FindingList WithStatus(FindingStatus status) => new($"{Name}, {status.InWords()}", [.. Figures.Where(figure => figure.Status == status)]);

    /// <summary>The figures of a measure, as in <c>PublishedFindings.Barker2018.Of("adjusted ratio")</c>.</summary>
    /// <exception cref="ArgumentException">No figure is of such a measure; the message names the nearest ones.</exception>
    public FindingList Of(string measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        PublishedFinding[] found = [.. Figures.Where(figure => Is(figure.Measure, measure))];
        return found.Length > 0 ? new($"{Name}, {found[0].Measure}", found) : throw NearestWords.NotFound($"{Name}: there is no measure", measure, "measure", Figures.Select(each => each.Measure).Distinct());
    }

    /// <summary>
    /// Sets reproduced figures beside the published ones. Every published figure whose measure was reproduced for some outcome has a row,
    /// so that one that was left out is seen.
    /// </summary>
    /// <param name="data">What they were reproduced from, as the title says.</param>
    /// <param name="isSynthetic">Whether the data are synthetic; the scorecard then says so.</param>
    /// <param name="figures">The reproduced figures, each id once.</param>
    /// <exception cref="ArgumentException">No figure is given, one is given twice, or an id is not in the list; the message names the nearest ids.</exception>
    public Scorecard Compare(string data, bool isSynthetic, params IEnumerable<ReproducedFigure> figures) => Scorecard.Of(this, data, isSynthetic, figures);

    /// <summary>The figures as a JSON array, one object a figure with the names of <see cref="Columns"/>; null where nothing is known.</summary>
    public string ToJson() => FindingJson.Write(Figures);

    /// <summary>Outcome, measure, group, figure, unit, n, status and id, with sources and cautions beneath.</summary>
    public override ResultTable ToTable() => FindingTables.ForReaders(Figures.Count == 1 ? $"{Name}: 1 published figure" : FormattableString.Invariant($"{Name}: {Figures.Count} published figures"), Figures);

    private static bool Is(string word, string asked) => string.Equals(word, asked, StringComparison.OrdinalIgnoreCase);
}
