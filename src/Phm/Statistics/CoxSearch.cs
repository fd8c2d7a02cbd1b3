namespace Phm.Statistics;

/// <summary>The maximum of a partial likelihood by Newton's method, with steps halved where they lead down.</summary>
internal sealed class CoxSearch
{
    private const int MostSteps = 60;
    private const int MostHalvings = 25;

    /// <summary>The squared length of a step, in standard errors, below which the next would change nothing that is shown.</summary>
    private const double Settled = 1e-18;

    /// <summary>The change of a linear predictor by a single column that a search which settles soon falls below.</summary>
    private const double StillRunning = 1e-3;

    /// <summary>From which step on a search that still runs is looked at for monotone likelihood.</summary>
    private const int Late = 6;

    private readonly SurvivalModel _model;
    private readonly IReadOnlyList<string> _names;
    private readonly CoxRows _rows;
    private readonly Ties _ties;

    private CoxSearch(SurvivalModel model, IReadOnlyList<string> names, CoxRows rows, Ties ties)
    {
        (_model, _names, _rows, _ties) = (model, names, rows, ties);
        Coefficients = new double[rows.Columns];
        Sums = CoxSums.Of(rows, Coefficients, ties);
    }

    public double[] Coefficients { get; private set; }

    public CoxSums Sums { get; private set; }

    public int Steps { get; private set; }

    /// <summary>The log-likelihood with all coefficients 0.</summary>
    public double NullLogLikelihood { get; private set; }

    public InformationFactor Factor() => InformationFactor.OfSums(Sums.Information, _rows.Columns, _rows.Columns);

    public static CoxSearch Run(SurvivalModel model, IReadOnlyList<string> names, CoxRows rows, Ties ties)
    {
        var search = new CoxSearch(model, names, rows, ties);
        search.NullLogLikelihood = search.Sums.LogLikelihood;
        CoxRank.Require(search.Sums.Information, rows.Largest, names, model);
        search.Climb();
        return search;
    }

    private void Climb()
    {
        var before = double.PositiveInfinity;
        while (Steps < MostSteps)
        {
            Steps++;
            var factor = Factor();
            var step = factor.Solve(Sums.Score);
            var gain = step.Zip(Sums.Score, (a, b) => a * b).Sum();
            if (!double.IsFinite(gain) || factor.SmallestShare <= 0) throw Failure(Coefficients);
            if (Steps >= Late && IsRunning(step) && MonotoneLikelihood.Columns(_rows, step, _names) is { Length: > 0 } columns) throw Separated(columns);
            Move(step, gain);
            // Rounding ends the quadratic fall of steps before the bound where rows are many.
            if (gain < Settled || (gain < 1e-10 && gain > before / 4)) return;
            before = gain;
        }
        throw Failure(Factor().Solve(Sums.Score));
    }

    private void Move(double[] step, double gain)
    {
        var (coefficients, sums) = (Coefficients, Sums);
        var slack = 1e-13 * Math.Abs(sums.LogLikelihood) + (gain < 1e-6 ? 1e-7 : 1e-13);
        var share = 1.0;
        for (var halvings = 0; ; halvings++, share /= 2)
        {
            Coefficients = [.. coefficients.Zip(step, (b, s) => b + share * s)];
            Sums = CoxSums.Of(_rows, Coefficients, _ties);
            if (Sums.LogLikelihood >= sums.LogLikelihood - slack) return;
            if (halvings == MostHalvings) throw Failure(step);
        }
    }

    private bool IsRunning(double[] step) => step.Where((change, j) => Math.Abs(change) * _rows.Largest[j] > StillRunning).Any();

    private ConvergenceException Failure(double[] direction)
    {
        var monotone = MonotoneLikelihood.Columns(_rows, direction, _names);
        if (monotone.Length > 0) return Separated(monotone);
        var fastest = _names[direction.Index().MaxBy(part => Math.Abs(part.Item) * _rows.Largest[part.Index]).Index];
        return new(EstimationFailure.NoConvergence, [fastest],
            $"The hazard ratios of '{_model.EventColumn}' have not settled after {Steps} steps, with '{fastest}' moving most: scale columns with large numbers, and look for people who lie far out.");
    }

    private ConvergenceException Separated(string[] columns) => new(EstimationFailure.Separation, columns,
        $"Whenever '{_model.EventColumn}' happens, it happens to those at risk who are foretold by {StatisticsErrors.List(columns)}, so a hazard ratio grows without bound: join rare levels with others, or leave the column or those rows out.");
}
