namespace Phm.Statistics;

/// <summary>
/// Xᵀ W(y - Xβ) of few rows with products and sums of twice the digits. Corrections by it bring back what rounding took from coefficients
/// where residuals are large beside them (Björck Å. BIT 1967;7:257-278, doi:10.1007/BF01939321).
/// </summary>
internal static class ExactScore
{
    public static double[] Of(Frame frame, double[] coefficients)
    {
        var (columns, row) = (coefficients.Length, new double[coefficients.Length]);
        var sums = new CompensatedSum[columns];
        for (var i = 0; i < frame.Design.Rows; i++)
        {
            frame.Design.Read(i, 1, row, 1);
            var residual = new CompensatedSum();
            residual.Add(frame.Outcome[i]);
            if (frame.Offset is { } offset) residual.Add(-offset[i]);
            for (var j = 0; j < columns; j++) residual.AddProduct(-row[j], coefficients[j]);
            var weighted = new CompensatedSum();
            weighted.AddProduct(frame.Prior?[i] ?? 1, residual.Normalised());
            weighted = weighted.Normalised();
            for (var j = 0; j < columns; j++) sums[j].AddProduct(row[j], weighted);
        }
        return [.. sums.Select(sum => sum.Value)];
    }
}
