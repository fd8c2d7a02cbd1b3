namespace Phm.Populations;

/// <summary>Patients in any order, on the way into a <see cref="PatientTable"/>.</summary>
internal sealed class PatientRows
{
    private readonly List<PatientRow> _rows = [];

    public int Count => _rows.Count;

    public PatientRow this[int index] => _rows[index];

    public void Add(PatientRow row) => _rows.Add(row);

    /// <summary>
    /// Sorts by practice (people without one last) and then by pseudonym, so that equal people give equal bytes however the file
    /// was ordered, and so that people of one practice lie side by side.
    /// </summary>
    public PatientTable Build()
    {
        var sorted = _rows.ToArray();
        if (!IsSorted(sorted)) Array.Sort(sorted, Compare);
        return new PatientTable
        {
            Ids = new PatientIds([.. sorted.Select(row => row.Id)]),
            Flags = Column(sorted, row => row.Flags),
            Birth = Column(sorted, row => row.Birth),
            Sex = Column(sorted, row => row.Sex.GetValueOrDefault()),
            EthnicGroup = Column(sorted, row => row.EthnicGroup.GetValueOrDefault()),
            Practice = Column(sorted, row => row.Practice.GetValueOrDefault()),
            DeprivationDecile = Column(sorted, row => row.DeprivationDecile.GetValueOrDefault()),
            RegisteredFrom = Column(sorted, row => row.RegisteredFrom.GetValueOrDefault()),
            RegisteredTo = Column(sorted, row => row.RegisteredTo.GetValueOrDefault()),
            Death = Column(sorted, row => row.Death.GetValueOrDefault()),
        };
    }

    private static int Compare(PatientRow a, PatientRow b)
    {
        var practice = (a.Practice ?? int.MaxValue).CompareTo(b.Practice ?? int.MaxValue);
        return practice != 0 ? practice : string.CompareOrdinal(a.Id, b.Id);
    }

    private static bool IsSorted(PatientRow[] rows)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            if (Compare(rows[i - 1], rows[i]) > 0) return false;
        }
        return true;
    }

    private static T[] Column<T>(PatientRow[] rows, Func<PatientRow, T> value) => Array.ConvertAll(rows, row => value(row));
}
