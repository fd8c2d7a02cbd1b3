using System.Diagnostics;
using System.Globalization;
using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.CaseFinding;

/// <summary>
/// People of a case list, shown for a purpose. It does not belong in a kept notebook: show it, act on it, clear the output.
/// </summary>
[DebuggerDisplay("people, revealed for a purpose")]
public sealed record RevealedCases : Result
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly IReadOnlyList<TableCell[]> _rows;

    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly int _listed;

    internal RevealedCases(string name, Period period, Purpose purpose, IReadOnlyList<TableColumn> columns, IReadOnlyList<TableCell[]> rows, int listed) =>
        (Name, Period, Purpose, _columns, _rows, _listed) = (name, period, purpose, columns, rows, listed);

    /// <summary>Whom it lists.</summary>
    public string Name { get; }

    /// <summary>The period in which people are seen.</summary>
    public Period Period { get; }

    /// <summary>Why they are shown.</summary>
    public Purpose Purpose { get; }

    /// <summary>One row a person. There is no time in it: the audit log knows when.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"{Name}, {Period}. Revealed for {Purpose}",
        Columns = _columns,
        Rows = _rows,
        Notes =
        [
            .. _rows.Count < _listed
                ? [string.Create(CultureInfo.InvariantCulture, $"The first {_rows.Count:N0} of {_listed:N0} people, by practice; Export writes all of them.")]
                : Array.Empty<string>(),
            // The notebook engine knows kept rows of people by this sentence, whatever their headings are.
            "Rows about people, for this purpose alone. Clear this output before the notebook is saved or shared.",
        ],
    };
}
