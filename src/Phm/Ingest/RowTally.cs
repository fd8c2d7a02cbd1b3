namespace Phm.Ingest;

/// <summary>Rows of events that show something, and the people who have such a row.</summary>
internal struct RowTally
{
    public long Rows { get; private set; }

    public long People { get; private set; }

    /// <summary>Adds the rows of one person.</summary>
    public void Add(int rows)
    {
        Rows += rows;
        People += rows > 0 ? 1 : 0;
    }

    /// <summary>Adds the rows of other people.</summary>
    public void Merge(RowTally other)
    {
        Rows += other.Rows;
        People += other.People;
    }
}
