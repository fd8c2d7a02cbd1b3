using System.Diagnostics;
using System.Globalization;
using Phm.Disclosure;
using Phm.Measures;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.CaseFinding;

/// <summary>
/// A list of people that someone is to act on. It shows itself only as how many people of which age and sex it holds, under the disclosure
/// policy; rows are seen through <see cref="Reveal"/> and <see cref="Export"/>, which take a purpose and note it in the audit log first.
/// </summary>
/// <remarks>Rows are made when they are asked for and are not kept here, so nothing that prints, compares or serialises a list finds any.</remarks>
[DebuggerDisplay("a case list: people are shown only with a purpose")]
public sealed record CaseList : Result
{
    /// <summary>The most columns that a list can have.</summary>
    public const int MaxColumns = 50;

    private static readonly AgeBands Bands = AgeBands.Kent;
    private static readonly CaseColumn[] Usual = [CaseColumn.Patient, CaseColumn.Age, CaseColumn.Sex, CaseColumn.Practice, CaseColumn.Conditions];

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Population _population;

    private readonly CaseColumn[] _columns;
    private readonly AgeSexStructure _structure;

    private CaseList(Population population, Period period, CaseColumn[] columns, DisclosurePolicy? policy)
    {
        (_population, Period, _columns) = (population, period, columns);
        _structure = AgeSexStructure.Of(population, period, Bands, policy);
    }

    /// <summary>Whom it lists.</summary>
    public string Name => _population.Name;

    /// <summary>The period in which people are seen.</summary>
    public Period Period { get; }

    /// <summary>What it would tell of each person.</summary>
    public IReadOnlyList<string> Columns => [.. _columns.Select(column => column.Heading)];

    /// <summary>The list of everyone of a population who was present in a period.</summary>
    /// <param name="population">The people, mostly a cohort.</param>
    /// <param name="period">The period in which each person is seen.</param>
    /// <param name="columns">What is told of each person, 50 columns at most; where none is given, pseudonym, age, sex, practice and conditions.</param>
    /// <param name="policy">How the aggregate is shown; <see cref="DisclosurePolicy.Default"/> where none is given.</param>
    /// <exception cref="ArgumentException">There are too many columns, or two with the same heading.</exception>
    public static CaseList Of(Population population, Period period, IReadOnlyList<CaseColumn> columns, DisclosurePolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count > MaxColumns) throw new ArgumentException($"A case list has {MaxColumns} columns at most; choose what its readers need.", nameof(columns));
        var twice = columns.GroupBy(column => column.Heading, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null) throw new ArgumentException($"Two columns have the heading '{CleanText.Of(twice.Key, CleanText.MaxCell)}'; each needs its own.", nameof(columns));
        return new(population, period, columns.Count == 0 ? Usual : [.. columns], policy);
    }

    /// <summary>How many people of each age band and sex are on the list, under the disclosure policy, and what it would tell of them.</summary>
    public override ResultTable ToTable() => _structure.ToTable() with
    {
        Title = $"Case list: {Name}, {Period}. People by age and sex",
        Notes =
        [
            $"On the list: {Name}, as far as they were alive and registered on any day of {Period}; age on {Period.First}.",
            $"It would tell of each person: {string.Join(", ", Columns)}.",
            "Nobody is shown here. Reveal(purpose) shows rows and Export(file, purpose) writes them; both are noted in the audit log first.",
            _structure.Policy.Note,
        ],
    };

    /// <summary>Shows people, for a purpose that stands in the caption. The audit log is written first.</summary>
    /// <param name="purpose">Why, and for whom.</param>
    /// <param name="most">How many people are shown at most, from 1 to 10,000; all of them go into an export.</param>
    /// <param name="log">The audit log; <see cref="AuditLog.Default"/> where none is given.</param>
    /// <exception cref="DisclosureException">The audit log cannot be written; nothing is shown.</exception>
    /// <exception cref="DataException">A column needs a table that did not come with the data, or its rule fails.</exception>
    public RevealedCases Reveal(Purpose purpose, int most = 500, AuditLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 10_000);
        var rows = CaseRows.Of(_population, Period, _columns);
        var shown = rows.Count <= most ? rows : rows[..most];
        (log ?? AuditLog.Default).Append(Entry(AuditAction.Reveal, purpose, shown.Count, file: null));
        return new RevealedCases(Name, Period, purpose, [.. _columns.Select(column => column.Column)], shown, rows.Count);
    }

    /// <summary>
    /// Writes everyone on the list to a CSV file, which takes the place of an older one whole or not at all. The audit log is written first.
    /// </summary>
    /// <param name="path">The file, relative to the current directory.</param>
    /// <param name="purpose">Why, and for whom.</param>
    /// <param name="log">The audit log; <see cref="AuditLog.Default"/> where none is given.</param>
    /// <remarks>
    /// A text that a spreadsheet would run as a formula is preceded by an apostrophe; what is not known is <c>[x]</c>. On Linux and macOS
    /// a new file can be read by its owner alone. A file that could not be written after all has an entry in the log as well.
    /// </remarks>
    /// <exception cref="DisclosureException">The audit log cannot be written; no file is.</exception>
    /// <exception cref="DataException">A column fails, or the file cannot be written.</exception>
    public void Export(string path, Purpose purpose, AuditLog? log = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(purpose);
        var file = Path.GetFullPath(path);
        var rows = CaseRows.Of(_population, Period, _columns);
        var table = new ResultTable { Title = Name, Columns = [.. _columns.Select(column => column.Column)], Rows = rows };
        (log ?? AuditLog.Default).Append(Entry(AuditAction.Export, purpose, rows.Count, file));
        CaseFile.Write(file, table.ToCsv());
    }

    private AuditEntry Entry(AuditAction action, Purpose purpose, long rows, string? file) => new()
    {
        Action = action,
        Population = string.Create(CultureInfo.InvariantCulture, $"{Name}, {Period}"),
        Criterion = _population.Criterion.Length > 0 ? _population.Criterion : "everyone",
        Columns = Columns,
        File = file,
        Purpose = purpose.KindName,
        Why = purpose.Explanation,
        Rows = rows,
    };
}
