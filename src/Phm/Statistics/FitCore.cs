namespace Phm.Statistics;

/// <summary>What a search found, as every kind of fit shows it.</summary>
internal sealed record FitCore(
    DesignCoding Coding, IReadOnlyList<Coefficient> Coefficients, CovarianceMatrix Covariance, RowUse Rows, int? Clusters, double LogLikelihood, double NullLogLikelihood,
    int Parameters, double Scale, double Deviance, double NullDeviance, double Pearson, int Iterations, double TestDegreesOfFreedom);
