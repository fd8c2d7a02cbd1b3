namespace Phm.Populations;

/// <summary>Rows on the way into a <see cref="AssessmentTable"/>.</summary>
internal sealed class AssessmentRows : EventRows
{
    private readonly List<AssessmentFlags> _flags = [];
    private readonly List<float> _eq5d = [];

    /// <summary>Adds a row; null is not known.</summary>
    public void Add(int person, Day date, float? eq5d, bool? anxious = null)
    {
        Person.Add(person);
        Date.Add(date);
        _flags.Add((eq5d.HasValue ? AssessmentFlags.HasEq5d : 0) | (anxious.HasValue ? AssessmentFlags.AnxietyKnown : 0) | (anxious == true ? AssessmentFlags.Anxious : 0));
        _eq5d.Add(eq5d.GetValueOrDefault());
    }

    /// <summary>Adds rows that were gathered elsewhere.</summary>
    public void Append(AssessmentRows other)
    {
        AppendRows(other);
        Append(_flags, other._flags);
        Append(_eq5d, other._eq5d);
    }

    /// <summary>The rows as a table of so many people.</summary>
    public AssessmentTable Build(int people)
    {
        var order = Order(people, (a, b) => (_flags[a], _eq5d[a]).CompareTo((_flags[b], _eq5d[b])));
        return new AssessmentTable(order)
        {
            Flags = order.Column(_flags),
            Eq5d = order.Column(_eq5d),
        };
    }
}
