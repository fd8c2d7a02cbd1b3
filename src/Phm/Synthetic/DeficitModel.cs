using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>A frailty deficit that comes by itself, besides those that conditions bring: its thresholds.</summary>
internal sealed class DeficitModel
{
    private DeficitModel(Deficit deficit, OnsetTable onsets)
    {
        Deficit = deficit;
        Onsets = onsets;
    }

    public Deficit Deficit { get; }

    public OnsetTable Onsets { get; }

    /// <summary>The deficits that come by themselves.</summary>
    public static IReadOnlyList<DeficitModel> All(SyntheticParameters parameters)
    {
        var level = parameters.Curve("deficit.level");
        var slope = Math.Log(parameters.Number("deficit.deprivation")) / 9;
        var women = parameters.Number("deficit.women");
        return [.. Vocabulary<Deficit>.All
            .Where(deficit => parameters.Has($"deficit.weight.{deficit.Code()}"))
            .Select(deficit =>
            {
                var weight = parameters.Number($"deficit.weight.{deficit.Code()}");
                return new DeficitModel(deficit, new OnsetTable((age, isMale, decile) =>
                    Odds(weight * (isMale ? 1 : women) * Math.Exp(slope * (5.5 - decile)), level[age]), lasting: true));
            })];
    }

    /// <summary>The deficit that each condition brings, where it brings one.</summary>
    public static Deficit?[] OfCondition(SyntheticParameters parameters) =>
    [
        .. Vocabulary<Condition>.All.Select(condition =>
            parameters.Has($"deficit.of.{condition.Code()}") && Vocabulary<Deficit>.TryParse(parameters.Word($"deficit.of.{condition.Code()}"), out var deficit) ? deficit : (Deficit?)null),
    ];

    /// <summary>Weights multiply odds, so that a common deficit of great age stays below one.</summary>
    private static double Odds(double weight, double share) => share >= 1 ? 1 : weight * share / (1 - share + weight * share);
}
