using System.Collections;
using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>The survival curves of groups, in the order of groups. It is a list of curves, and shows itself as one table.</summary>
public sealed record SurvivalCurves : Result, IReadOnlyList<SurvivalCurve>
{
    private readonly IReadOnlyList<SurvivalCurve> _curves;

    internal SurvivalCurves(IReadOnlyList<SurvivalCurve> curves) => _curves = curves;

    /// <summary>How many groups there are.</summary>
    public int Count => _curves.Count;

    /// <summary>A curve by its place, from 0.</summary>
    public SurvivalCurve this[int index] => _curves[index];

    /// <inheritdoc cref="SurvivalCurve.ToTable"/>
    public override ResultTable ToTable() => SurvivalTable.Of(_curves);

    /// <summary>The curves, in order.</summary>
    public IEnumerator<SurvivalCurve> GetEnumerator() => _curves.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
