using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>A model with coefficients estimated from data. It keeps no data, only what it learned from them.</summary>
public abstract partial record FittedModel : Result
{
    private protected FittedModel(DesignCoding coding) => Coding = coding;

    /// <summary>What was fitted.</summary>
    public abstract ModelSpecification Specification { get; }

    /// <summary>The coefficients, in the order of the design.</summary>
    public required IReadOnlyList<Coefficient> Coefficients
    {
        get;
        init => field = [.. value.Select((coefficient, j) => coefficient with { IsWithheld = Coding.IsFewOfColumn[j] })];
    }

    /// <summary>The covariance of the coefficients.</summary>
    public required CovarianceMatrix Covariance
    {
        get;
        init => field = value.Withholding(Coding.IsFewOfColumn);
    }

    /// <summary>Which rows were used.</summary>
    public required RowUse Rows { get; init; }

    /// <summary>How many clusters the rows lie in; null where rows are independent.</summary>
    public required int? Clusters { get; init; }

    /// <summary>Rows used less coefficients.</summary>
    public int ResidualDegreesOfFreedom => Rows.Used - Coefficients.Count;

    /// <summary>The logarithm of the likelihood at the estimates; NaN for a quasi-likelihood, which has none.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>How many parameters the likelihood has: the coefficients and, where there is one, the variance or dispersion.</summary>
    public required int Parameters { get; init; }

    /// <summary>Akaike's information criterion, 2k - 2l (Akaike H. IEEE Trans Autom Control 1974;19:716-723, doi:10.1109/TAC.1974.1100705).</summary>
    public double Aic => 2 * Parameters - 2 * LogLikelihood;

    /// <summary>Schwarz's criterion, k ln n - 2l, with n rows, or n events of a Cox regression (Schwarz G. Ann Stat 1978;6:461-464, doi:10.1214/aos/1176344136).</summary>
    public double Bic => Parameters * Math.Log(Observations) - 2 * LogLikelihood;

    /// <summary>The coefficient of a column of the design, by name.</summary>
    /// <exception cref="ArgumentException">There is no such coefficient.</exception>
    public Coefficient this[string name] => Coefficients.FirstOrDefault(coefficient => coefficient.Name == name)
        ?? throw new ArgumentException($"There is no coefficient '{name}'. The model has {StatisticsErrors.List(Coefficients.Select(coefficient => coefficient.Name))}.", nameof(name));

    /// <summary>The degrees of freedom of tests of coefficients; infinite where these are asymptotic.</summary>
    internal abstract double TestDegreesOfFreedom { get; }

    /// <summary>How many pieces of information the likelihood has.</summary>
    internal virtual double Observations => Rows.Used;

    internal DesignCoding Coding { get; }

    /// <summary>Tests that all the coefficients of some terms are 0; all terms but the intercept where none is named.</summary>
    /// <exception cref="ArgumentException">There is no such term.</exception>
    public WaldTest Test(params string[] terms) => WaldTest.Of(this, IndicesOf(terms));

    /// <summary>What the model expects of each row of a table that has the columns of its terms, offset and exposure.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="DataException">A column is absent or misses something, or a factor has a level that the model has not seen.</exception>
    public IReadOnlyList<Prediction> Predict(AnalysisTable table, double level = 0.95)
    {
        var (design, offset, estimates, row) = (DesignOf(table), Specification.OffsetOf(table, RowSelection.All(table.Rows)), Estimates, new double[Coefficients.Count]);
        Tails.RequireLevel(level);
        var quantile = Tails.TwoSidedQuantile(level, TestDegreesOfFreedom);
        var predictions = new Prediction[table.Rows];
        for (var i = 0; i < predictions.Length; i++)
        {
            design.Read(i, 1, row, 1);
            var predictor = offset?[i] ?? 0;
            for (var j = 0; j < row.Length; j++) predictor += row[j] * estimates[j];
            var error = Math.Sqrt(Covariance.VarianceOf(row));
            var interval = new ConfidenceInterval(predictor - quantile * error, predictor + quantile * error, level);
            predictions[i] = new(predictor, error, MeanAt(predictor), interval, interval.Through(MeanAt));
        }
        return predictions;
    }

    /// <summary>
    /// The regression table: each coefficient on the scale that readers use, with interval and probability, reference levels among them, and above it the model, its
    /// rows and its fit. Counts of rows pass the default disclosure policy, and a coefficient of a level that it withholds is withheld too: it would tell what few people
    /// had. <see cref="Rows"/> and <see cref="Coefficients"/> have them as they are.
    /// </summary>
    public override ResultTable ToTable() => RegressionTable.Of(this);

    /// <summary>The kind of model in words: "negative binomial regression".</summary>
    internal abstract string Kind { get; }

    /// <summary>The scale on which readers take in coefficients.</summary>
    internal abstract EffectScale Effect { get; }

    /// <summary>How well it fits, in parts of a line; empty parts are left out.</summary>
    internal abstract IEnumerable<string> FitWords { get; }

    /// <summary>The same as it may be shown: beside the other coefficients a likelihood would tell the one that is withheld.</summary>
    internal IEnumerable<string> ShownFitWords => Coefficients.Any(coefficient => coefficient.IsWithheld) ? [$"fit {DisclosedValue.SuppressedMark}"] : FitWords;

    /// <summary>The log-likelihood and Akaike's criterion; empty for a quasi-likelihood.</summary>
    private protected string LikelihoodWords => double.IsNaN(LogLikelihood) ? ""
        : $"log-likelihood {NumberText.WithDecimals(LogLikelihood, 1)} · AIC {NumberText.WithDecimals(Aic, 1)}";

    /// <summary>The columns of a table that the linear predictor is made from.</summary>
    internal IEnumerable<string> Columns => [.. Coding.Terms.SelectMany(term => term.Uses).Concat(Specification.PredictorColumns).Distinct()];

    /// <summary>The expected outcome at a linear predictor.</summary>
    internal abstract double MeanAt(double predictor);

    /// <summary>The derivative of the expected outcome by the linear predictor; for a log link the expected outcome itself.</summary>
    internal virtual double SlopeAt(double predictor) => MeanAt(predictor);

    /// <summary>The design of a table by the coding of the fit, each row of which has to be whole.</summary>
    internal DesignMatrix DesignOf(AnalysisTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var column in Columns.Select(name => table[name]))
        {
            if (column.Missing is { } missing && Array.IndexOf(missing, true) is >= 0 and var row)
                throw new DataException($"Column '{column.Name}' is missing in row {row + 1}, so nothing can be predicted for it: leave out rows that miss something.");
        }
        return Coding.Bind(table, RowSelection.All(table.Rows));
    }

    /// <summary>The positions of the coefficients of some terms; of all but the intercept where none is named.</summary>
    internal int[] IndicesOf(string[] terms)
    {
        if (terms.FirstOrDefault(term => Coefficients.All(coefficient => coefficient.Term != term)) is { } unknown)
            throw new ArgumentException($"There is no term '{unknown}' in the model. It has {StatisticsErrors.List(Coefficients.Select(coefficient => coefficient.Term).Distinct())}.", nameof(terms));
        var chosen = Enumerable.Range(0, Coefficients.Count).Where(i => terms.Length == 0 ? Coefficients[i].Term != "Intercept" : terms.Contains(Coefficients[i].Term)).ToArray();
        return chosen.Length > 0 ? chosen : throw new ArgumentException("The model has no terms besides its intercept, so there is nothing to test.", nameof(terms));
    }

    internal double[] Estimates => [.. Coefficients.Select(coefficient => coefficient.Estimate)];
}
