namespace Phm.Statistics;

/// <summary>The mean over people of the difference between expected outcomes with a column set in two ways, and its gradient by the coefficients.</summary>
internal sealed class AverageContrast
{
    private readonly double[] _gradient;
    private double _difference;

    private AverageContrast(int columns) => _gradient = new double[columns];

    public static MarginalEffect Of(FittedModel model, string name, AnalysisTable high, AnalysisTable low, double width)
    {
        var rows = RowSelection.Complete(high.Rows, model.Columns.Concat(model.Specification.PeopleColumns).Distinct().Select(column => high[column]));
        if (rows.Count == 0) throw new DataException("The table has no row that misses nothing of the model, so there is nothing to average over.");
        var (offset, people, estimates) = (model.Specification.OffsetOf(high, rows), model.Specification.PeopleOf(high, rows), model.Estimates);
        var (up, down) = (model.Coding.Bind(high, rows), model.Coding.Bind(low, rows));
        var sum = RowFold.Fold(rows.Count, () => new AverageContrast(estimates.Length), (contrast, start, end) =>
        {
            contrast.Add(model, up, offset, people, estimates, start, end, 1);
            contrast.Add(model, down, offset, people, estimates, start, end, -1);
        }, (contrast, later) =>
        {
            contrast._difference += later._difference;
            Lanes.AddScaled(1, later._gradient, contrast._gradient);
        }, model.Specification.Threads);
        var scale = 1 / (width * (people?.Sum() ?? rows.Count));
        for (var j = 0; j < estimates.Length; j++) sum._gradient[j] *= scale;
        return new(name, sum._difference * scale, Math.Sqrt(model.Covariance.VarianceOf(sum._gradient)), model.TestDegreesOfFreedom);
    }

    private void Add(FittedModel model, DesignMatrix design, double[]? offset, double[]? people, double[] estimates, int start, int end, int sign)
    {
        var (x, slopes) = (new double[estimates.Length * RowBlock.Size], new double[RowBlock.Size]);
        for (var at = start; at < end; at += RowBlock.Size)
        {
            var count = Math.Min(RowBlock.Size, end - at);
            design.Read(at, count, x, RowBlock.Size);
            Array.Clear(slopes);
            for (var j = 0; j < estimates.Length; j++) Lanes.AddScaled(estimates[j], x.AsSpan(j * RowBlock.Size, RowBlock.Size), slopes);
            for (var row = 0; row < RowBlock.Size; row++)
            {
                var predictor = slopes[row] + (row < count ? offset?[at + row] ?? 0 : 0);
                var weight = row < count ? sign * (people?[at + row] ?? 1) : 0;
                slopes[row] = row < count ? weight * model.SlopeAt(predictor) : 0;
                if (row < count) _difference += weight * model.MeanAt(predictor);
            }
            for (var j = 0; j < estimates.Length; j++) _gradient[j] += Lanes.Dot(x.AsSpan(j * RowBlock.Size, RowBlock.Size), slopes);
        }
    }
}
