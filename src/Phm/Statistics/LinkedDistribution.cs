namespace Phm.Statistics;

/// <summary>The distribution of an outcome with a link of its own, that is fitted by iteration.</summary>
internal abstract class LinkedDistribution : OutcomeDistribution
{
    public abstract Family Family { get; }

    /// <summary>The linear predictor at which each row's outcome itself, moved a little into the range of means, is the mean.</summary>
    public abstract void Start(RowBlock block);

    /// <summary>The linear predictor of an outcome whose mean is the same everywhere.</summary>
    public abstract double Center { get; }

    /// <summary>What belongs to the log-likelihood but to no parameter.</summary>
    public virtual double Constant => 0;

    /// <summary>The log-likelihood, less the constant, were the mean of each row its outcome; NaN where that is not defined.</summary>
    public abstract double Saturated { get; }

    /// <summary>Whether the variance has a factor φ that is estimated from Pearson's residuals, so that tests are by Student's t.</summary>
    public virtual bool HasScale => false;

    /// <summary>The logarithm of the dispersion parameter that is estimated with the coefficients; NaN where there is none.</summary>
    public virtual double LogDispersion => double.NaN;

    /// <summary>The same distribution with another dispersion parameter.</summary>
    public virtual LinkedDistribution WithLogDispersion(double value) => this;

    /// <summary>The full log-likelihood at the sums of a pass, which for some families needs the deviance too; NaN for a quasi-likelihood.</summary>
    public virtual double LogLikelihood(RowSums sums) => sums.LogLikelihood + Constant;

    /// <summary>
    /// Whether a direction in which coefficients run away without end leaves a row's likelihood no worse, and so proves separation
    /// (Albert A, Anderson JA. Biometrika 1984;71:1-10, doi:10.1093/biomet/71.1.1; Correia S, Guimarães P, Zylkin T. arXiv:1903.01633).
    /// </summary>
    /// <param name="outcome">The outcome of the row.</param>
    /// <param name="change">The change of its linear predictor.</param>
    public abstract bool MayRunAway(double outcome, double change);
}
