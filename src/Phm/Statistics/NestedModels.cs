namespace Phm.Statistics;

/// <summary>Whether a model is another with some coefficients held at a value, so that their likelihoods may be compared.</summary>
internal static class NestedModels
{
    private const string UseWald = "use the test of Wald (Test) of the larger model";

    /// <exception cref="ArgumentException">The larger model does not hold the smaller, they are of other data, or there is no likelihood.</exception>
    public static void Require(FittedModel smaller, FittedModel larger)
    {
        RequireLikelihood(smaller, larger);
        var (one, other) = (smaller.Specification, larger.Specification);
        if (smaller.GetType() != larger.GetType()) throw new ArgumentException($"The models are of different kinds: {smaller.Kind} and {larger.Kind}.");
        if (one.Outcome != other.Outcome) throw new ArgumentException($"The models are of different outcomes: '{one.Outcome}' and '{other.Outcome}'.");
        if (one.Roles.Except(other.Roles).Concat(other.Roles.Except(one.Roles)).Select(role => $"{role.Role} '{role.Column}'").FirstOrDefault() is { } difference)
            throw new ArgumentException($"One of the models has {difference}, the other has not: models that are compared differ in their terms alone.");
        if ((smaller as SurvivalFit)?.Ties != (larger as SurvivalFit)?.Ties) throw new ArgumentException("The models take events at the same time in different ways: fit both with the same ties.");
        if (smaller.Rows.Data.DifferenceFrom(larger.Rows.Data) is { } rows)
            throw new ArgumentException($"The models were fitted to other data: {rows}. Fit both to the rows that miss nothing of the larger.");
        RequireTerms(smaller, larger);
    }

    private static void RequireLikelihood(FittedModel smaller, FittedModel larger)
    {
        if (((FittedModel[])[smaller, larger]).FirstOrDefault(model => model.Specification.StandardErrors != StandardErrors.Model) is { } robust)
            throw new ArgumentException($"The likelihood takes rows for independent and the variance for the model's, which {(robust.Specification.StandardErrors == StandardErrors.Clustered ? "clustered" : "robust")} standard errors do not: {UseWald}.");
        if (double.IsNaN(smaller.LogLikelihood) || double.IsNaN(larger.LogLikelihood))
            throw new ArgumentException($"A quasi-likelihood, or a fit without residuals, has no likelihood to compare: {UseWald}.");
    }

    private static void RequireTerms(FittedModel smaller, FittedModel larger)
    {
        if (smaller.Specification.HasIntercept && !larger.Specification.HasIntercept) throw new ArgumentException("The first model has an intercept, which the second has not.");
        // The baseline hazard of a Cox regression is its constant.
        var outside = smaller.Coding.FirstOutside(larger.Coding, larger.Specification.HasIntercept || larger is SurvivalFit);
        if (outside is null && larger.Parameters > smaller.Parameters) return;
        throw new ArgumentException("The second model has to hold all the terms of the first, and more" + (outside is null ? "." : $": it does not hold '{outside}'. A line is held by a spline of the same column, and a spline by one that has its knots and more."));
    }
}
