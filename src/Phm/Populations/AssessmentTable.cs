namespace Phm.Populations;

/// <summary>Assessments of quality of life and anxiety.</summary>
public sealed class AssessmentTable : EventTable
{
    internal AssessmentTable(EventOrder order) : base(order)
    {
    }

    /// <inheritdoc/>
    public override int BytesPerRow => 7;

    internal ReadOnlyMemory<AssessmentFlags> Flags { get; init; }

    /// <summary>EQ-5D index, 1 for full health, where <see cref="AssessmentFlags.HasEq5d"/>.</summary>
    internal ReadOnlyMemory<float> Eq5d { get; init; }
}
