namespace Phm.Statistics;

/// <summary>The scale of a kind of indicator: to it, back, and the slope of the way back.</summary>
internal sealed record IndicatorScale(Func<double, double> To, Func<double, double> Back, Func<double, double> SlopeOfBack)
{
    private static readonly IndicatorScale s_log = new(Math.Log, Math.Exp, Math.Exp);

    private static readonly IndicatorScale s_logit = new(p => Math.Log(p / (1 - p)), Logistic, x => Logistic(x) * Logistic(-x));

    public static IndicatorScale Identity { get; } = new(x => x, x => x, _ => 1);

    public static IndicatorScale Of(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Mean => Identity,
        IndicatorKind.Rate => s_log,
        IndicatorKind.Proportion => s_logit,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of indicator."),
    };

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
