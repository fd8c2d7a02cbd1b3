namespace Phm.Statistics;

/// <summary>
/// The maximum of a likelihood by Fisher's scoring (iteratively reweighted least squares), with a dispersion parameter beside the coefficients where
/// there is one, and steps halved where they lead down. Steps are taken from the score, so that what rounding there is in the information
/// costs steps, not digits.
/// </summary>
internal sealed class LikelihoodSearch
{
    /// <summary>
    /// Enough for rare counts with a long tail. The expected information of a negative binomial knows of no bond between coefficients and dispersion, the
    /// observed has one, and where it is strong each step closes only a part of the distance; 200 steps have been seen.
    /// </summary>
    private const int MostSteps = 400;
    private const int MostHalvings = 25;

    /// <summary>The squared length of a step, in standard errors, below which the next would change nothing that is shown.</summary>
    private const double Settled = 1e-20;

    /// <summary>The change of a linear predictor by a single column that a settled step stays below.</summary>
    private const double StillRunning = 1e-3;

    /// <summary>The share of a squared column, left by those before it, below which sums of squares cannot be trusted.</summary>
    private const double Singular = 1e-9;

    private readonly Frame _frame;
    private readonly bool _fixDispersion;
    private double _settled;

    private LikelihoodSearch(Frame frame, LinkedDistribution distribution, bool fixDispersion) =>
        (_frame, Distribution, _fixDispersion, Coefficients, Sums) = (frame, distribution, fixDispersion, [], new RowSums(0));

    /// <summary>The distribution with its dispersion at the maximum.</summary>
    public LinkedDistribution Distribution { get; private set; }

    public double[] Coefficients { get; private set; }

    /// <summary>The sums at the maximum.</summary>
    public RowSums Sums { get; private set; }

    public int Steps { get; private set; }

    /// <summary>The largest number of each column, sign aside.</summary>
    public double[] Largest { get; private set; } = [];

    private bool HasDispersion => !_fixDispersion && !double.IsNaN(Distribution.LogDispersion);

    /// <summary>Searches from the data, or from coefficients that are near.</summary>
    /// <param name="frame">The rows.</param>
    /// <param name="distribution">What the outcome is; where it has a dispersion, one that is near.</param>
    /// <param name="from">Coefficients that are near; null where none are known.</param>
    /// <param name="fixDispersion">Whether the dispersion stays as it is.</param>
    /// <param name="roughly">Whether a step of a tenth of a standard error ends the search, for one that another follows.</param>
    /// <param name="largest">The largest number of each column, where a search before has seen them.</param>
    public static LikelihoodSearch Run(Frame frame, LinkedDistribution distribution, double[]? from = null, bool fixDispersion = false, bool roughly = false, double[]? largest = null)
    {
        var search = new LikelihoodSearch(frame, distribution, fixDispersion) { _settled = roughly ? 1e-2 : Settled, Largest = largest ?? [] };
        search.Begin(from);
        search.Climb();
        return search;
    }

    /// <summary>The information at the maximum as its factor; an orthogonal one where sums would lose digits.</summary>
    public InformationFactor Factor()
    {
        var factor = FactorOfSums();
        return factor.IsWellConditioned || Distribution.HasCross ? factor : InformationFactor.OfTriangle(OrthogonalFactor.Of(_frame, Coefficients, Distribution).Triangle);
    }

    private void Begin(double[]? from)
    {
        if (from is null)
        {
            // The negative binomial begins where the Poisson distribution would: the dispersion is not known yet.
            var start = new StartingDistribution(Distribution);
            var sums = RowSums.Of(_frame, new double[_frame.Design.Columns], start);
            Largest = sums.Largest;
            var factor = InformationFactor.OfSums(sums.Information, sums.Block.Stride, _frame.Design.Columns);
            if (!(factor.SmallestShare > Singular))
            {
                var orthogonal = OrthogonalFactor.Of(_frame, new double[_frame.Design.Columns], start);
                RankCheck.Require(orthogonal.Triangle, _frame.Design.Names, _frame.Model.RankTolerance);
                from = InformationFactor.OfTriangle(orthogonal.Triangle).BackSolve(orthogonal.Target);
            }
            else from = factor.Solve(sums.Score);
        }
        if (Distribution is LinearNegativeBinomialDistribution linear) Distribution = linear.WithInformation(observed: false);
        Move(from, Distribution);
        if (double.IsFinite(Sums.LogLikelihood) && _frame.Design.Columns > 0) return;
        var flat = new double[_frame.Design.Columns];
        if (_frame.Model.HasIntercept) flat[0] = Distribution.Center;
        Move(flat, Distribution);
    }

    private void Climb()
    {
        while (Steps < MostSteps)
        {
            Steps++;
            var (step, dispersionStep, gain) = Step();
            var (coefficients, distribution, sums) = (Coefficients, Distribution, Sums);
            // A step that gains less than rounding can show is taken as it is.
            var slack = 1e-13 * Math.Abs(sums.LogLikelihood) + (gain < 1e-6 ? 1e-5 : 1e-13);
            var share = 1.0;
            for (var halvings = 0; ; halvings++, share /= 2)
            {
                Move([.. coefficients.Zip(step, (b, s) => b + share * s)], HasDispersion ? distribution.WithLogDispersion(distribution.LogDispersion + share * dispersionStep) : distribution);
                if (Sums.LogLikelihood >= sums.LogLikelihood - slack) break;
                if (halvings == MostHalvings) throw Failure(step);
            }
            RequireInside();
            var refined = !(Distribution is LinearNegativeBinomialDistribution { IsObserved: false } linear && _settled == Settled) || Refine(linear);
            if (!(gain < _settled) || share < 1 || !refined) continue;
            if (_settled == Settled && IsRunning(step)) throw Failure(step);
            return;
        }
        throw Failure(Step().Coefficients);
    }

    /// <summary>Takes the observed information for weights where it is positive, as it is near the maximum.</summary>
    private bool Refine(LinearNegativeBinomialDistribution linear)
    {
        var before = (Distribution, Sums);
        Move(Coefficients, linear.WithInformation(observed: true));
        if (FactorOfSums().SmallestShare > Singular) return true;
        (Distribution, Sums) = before;
        return false;
    }

    /// <summary>Solves for coefficients and dispersion together; the gain is the squared length of the step in standard errors.</summary>
    private (double[] Coefficients, double Dispersion, double Gain) Step()
    {
        var factor = FactorOfSums();
        var step = factor.Solve(Sums.Score);
        if (!(factor.SmallestShare > Singular))
        {
            // Sums have lost the digits that tell columns apart; the rows themselves have not.
            if (Distribution.HasCross) throw Failure(Coefficients);
            var orthogonal = OrthogonalFactor.Of(_frame, Coefficients, Distribution);
            var rows = InformationFactor.OfTriangle(orthogonal.Triangle);
            if (!(rows.SmallestShare > 0)) throw Failure(Coefficients);
            step = rows.BackSolve(orthogonal.Target);
        }
        var gain = Dot(step, Sums.Score);
        if (!HasDispersion) return (step, 0, gain);
        var (slope, curvature, cross) = (Sums.DispersionScore, Sums.DispersionCurvature, default(double[]));
        if (Distribution.HasCross)
        {
            cross = factor.Solve(Sums.Cross);
            slope -= Dot(Sums.Cross, step);
            curvature -= Dot(Sums.Cross, cross);
        }
        // Far from the maximum the curve may bend the other way; then it is enough to go up.
        var dispersion = curvature > 0 ? Math.Clamp(slope / curvature, -2, 2) : Math.Sign(slope);
        for (var j = 0; cross is not null && j < step.Length; j++) step[j] -= cross[j] * dispersion;
        return (step, dispersion, gain + Math.Abs(slope * dispersion));
    }

    private void Move(double[] coefficients, LinkedDistribution distribution) =>
        (Coefficients, Distribution, Sums) = (coefficients, distribution, RowSums.Of(_frame, coefficients, distribution));

    private InformationFactor FactorOfSums() => InformationFactor.OfSums(Sums.Information, Sums.Block.Stride, Coefficients.Length);

    private bool IsRunning(double[] step) => step.Where((change, j) => Change(change, j) > StillRunning).Any();

    /// <summary>The largest change of a linear predictor by a change of one coefficient.</summary>
    private double Change(double step, int column) => Math.Abs(step) * (column < Largest.Length ? Largest[column] : 1);

    /// <summary>A dispersion of nearly nothing that still falls: counts are no more variable than Poisson's.</summary>
    private void RequireInside()
    {
        if (!HasDispersion || Distribution.LogDispersion > -16 || Sums.DispersionScore > 0) return;
        throw new ConvergenceException(EstimationFailure.Boundary, [],
            $"The counts '{_frame.Model.Outcome}' vary no more about their mean than Poisson's distribution says, so the dispersion of the negative binomial is 0: fit them as Poisson.");
    }

    private ConvergenceException Failure(double[] direction)
    {
        var separated = Separation.Columns(_frame, direction, Distribution);
        if (separated.Length > 0)
            return new(EstimationFailure.Separation, separated,
                $"In some rows the outcome '{_frame.Model.Outcome}' is foretold perfectly by {StatisticsErrors.List(separated)}, so a coefficient grows without bound: join rare levels with others, or leave the column or those rows out.");
        string[] fastest = direction.Length == 0 ? [] : [_frame.Design.Names[direction.Index().MaxBy(part => Change(part.Item, part.Index)).Index]];
        return new(EstimationFailure.NoConvergence, fastest,
            $"The estimate of '{_frame.Model.Outcome}' has not settled after {Steps} steps, with {StatisticsErrors.List(fastest)} moving most: centre or scale columns with large numbers, and look for outcomes that lie far out.");
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
