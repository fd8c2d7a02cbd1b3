namespace Phm.Populations;

/// <summary>Rows on the way into a <see cref="ActivationTable"/>.</summary>
internal sealed class ActivationRows : EventRows
{
    private readonly List<float> _score = [];
    private readonly List<byte> _level = [];

    /// <summary>Adds a row; null is not known.</summary>
    public void Add(int person, Day date, float? score, byte? level = null)
    {
        Person.Add(person);
        Date.Add(date);
        _score.Add(score.GetValueOrDefault());
        _level.Add(score.HasValue ? (byte)0 : level.GetValueOrDefault());
    }

    /// <summary>Adds rows that were gathered elsewhere.</summary>
    public void Append(ActivationRows other)
    {
        AppendRows(other);
        Append(_score, other._score);
        Append(_level, other._level);
    }

    /// <summary>The rows as a table of so many people.</summary>
    public ActivationTable Build(int people)
    {
        var order = Order(people, (a, b) => (_level[a], _score[a]).CompareTo((_level[b], _score[b])));
        return new ActivationTable(order)
        {
            Score = order.Column(_score),
            Level = order.Column(_level),
        };
    }
}
