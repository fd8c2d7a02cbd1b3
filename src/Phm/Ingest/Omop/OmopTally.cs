namespace Phm.Ingest.Omop;

/// <summary>Counts rows, and the people who have such a row.</summary>
internal sealed class OmopTally
{
    private readonly HashSet<int> _people = [];
    private long _rows;

    public void Add(int patient)
    {
        _rows++;
        _people.Add(patient);
    }

    /// <summary>What was counted as a finding, or nothing.</summary>
    public IEnumerable<QualityFinding> Find(string check, string table, string meaning) =>
        _rows == 0 ? [] : [new QualityFinding(check, table, _rows, _people.Count, meaning)];
}
