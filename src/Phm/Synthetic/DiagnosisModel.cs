using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>Primary diagnoses of admissions: weights, raised by the conditions that a person lives with.</summary>
internal sealed class DiagnosisModel
{
    private readonly string[] _codes;
    private readonly double[] _base;
    private readonly (Condition Condition, double Weight)[][] _with;

    public DiagnosisModel(SyntheticParameters parameters, string kind)
    {
        var entries = parameters.StartingWith(kind + ".").ToArray();
        _codes = [.. entries.Where(entry => entry.Name.EndsWith(".base", StringComparison.Ordinal)).Select(entry => entry.Name[..^5])];
        _base = [.. _codes.Select(code => parameters.Number($"{kind}.{code}.base"))];
        _with = [.. _codes.Select(code => entries.Where(entry => entry.Name.StartsWith(code + ".with.", StringComparison.Ordinal))
            .Select(entry => (SyntheticParameters.ConditionOf(entry.Name[(code.Length + 6)..]), entry.Value)).ToArray())];
    }

    /// <summary>A diagnosis for a person with these conditions.</summary>
    public string Pick(ref RandomStream random, ConditionSet conditions)
    {
        Span<double> weights = stackalloc double[_codes.Length];
        var total = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = _base[i];
            foreach (var (condition, weight) in _with[i])
            {
                if (conditions.Contains(condition)) weights[i] += weight;
            }
            total += weights[i];
        }
        var at = random.Uniform() * total;
        for (var i = 0; i < weights.Length; i++)
        {
            at -= weights[i];
            if (at < 0) return _codes[i];
        }
        return _codes[^1];
    }
}
