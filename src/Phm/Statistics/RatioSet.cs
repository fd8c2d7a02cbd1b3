using System.Collections;
using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>The ratios of some terms of a fitted model, in the order of the design. It is a list of ratios, and shows itself as a table with the reference levels.</summary>
public sealed record RatioSet : Result, IReadOnlyList<Ratio>
{
    private readonly Ratio[] _ratios;

    internal RatioSet(FittedModel model, int[] coefficients)
    {
        (Model, Lines) = (model, RegressionLine.Of(model, coefficients));
        _ratios = Array.ConvertAll(coefficients, i => new Ratio(model.Coefficients[i]));
    }

    /// <summary>What the ratios are called: "Rate ratio", "Odds ratio", "Mean ratio", "Hazard ratio".</summary>
    public string Measure => Model.Effect.Name;

    /// <summary>The model that they come from.</summary>
    public FittedModel Model { get; }

    /// <summary>How many ratios there are; reference levels are not counted.</summary>
    public int Count => _ratios.Length;

    /// <summary>A ratio by its place, from 0.</summary>
    public Ratio this[int index] => _ratios[index];

    /// <summary>The ratio of a column of the design, by name: "Sex: Male".</summary>
    /// <exception cref="ArgumentException">There is no such ratio.</exception>
    public Ratio this[string name] => Array.Find(_ratios, ratio => ratio.Name == name)
        ?? throw new ArgumentException($"There is no ratio '{name}'. There are {StatisticsErrors.List(_ratios.Select(ratio => ratio.Name))}.", nameof(name));

    /// <summary>The ratios with the reference levels among them.</summary>
    internal IReadOnlyList<RegressionLine> Lines { get; }

    /// <inheritdoc/>
    public override ResultTable ToTable() => RegressionTable.Of($"{Measure}s of {Model.Specification.OutcomeWords}: {Model.Kind}", Model, Lines);

    /// <summary>The ratios, in order.</summary>
    public IEnumerator<Ratio> GetEnumerator() => ((IEnumerable<Ratio>)_ratios).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
