using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Phm.Statistics;

/// <summary>
/// A run of rows as the hot loops see it: design, outcome, prior weight, linear predictor, and what a distribution makes of them. Rows beyond
/// the count have the prior weight 0, so that loops need no tail.
/// </summary>
internal sealed class RowBlock
{
    /// <summary>How many rows a block has: two copies of a design of 30 columns stay in the second cache.</summary>
    public const int Size = 128;

    public RowBlock(int columns)
    {
        Stride = (columns + 3) / 4 * 4;
        X = new double[Stride * Size];
        Weighted = new double[Stride * Size];
    }

    /// <summary>The number of columns, rounded up to a multiple of 4; those beyond the design are 0.</summary>
    public int Stride { get; }

    /// <summary>The design, a column after the other.</summary>
    public double[] X { get; }

    /// <summary>The design times the weights.</summary>
    public double[] Weighted { get; }

    public double[] Outcome { get; } = new double[Size];

    /// <summary>The weight that the analyst gave.</summary>
    public double[] Prior { get; } = new double[Size];

    /// <summary>The linear predictor η = offset + Xβ.</summary>
    public double[] Predictor { get; } = new double[Size];

    /// <summary>The weight of the row in the information XᵀWX.</summary>
    public double[] Weight { get; } = new double[Size];

    /// <summary>The derivative of the row's log-likelihood by η.</summary>
    public double[] Score { get; } = new double[Size];

    /// <summary>The second derivative of the row's log-likelihood by η and the dispersion parameter, with its sign turned.</summary>
    public double[] Cross { get; } = new double[Size];

    /// <summary>The derivative of the row's log-likelihood by the dispersion parameter.</summary>
    public double[] DispersionScore { get; } = new double[Size];

    /// <summary>Outcome, prior weight and linear predictor of four rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector256<double> Outcome, Vector256<double> Prior, Vector256<double> Predictor) At(int row) =>
        (Vector256.Create<double>(Outcome.AsSpan(row)), Vector256.Create<double>(Prior.AsSpan(row)), Vector256.Create<double>(Predictor.AsSpan(row)));

    /// <summary>Reads rows and works out their linear predictor.</summary>
    public void Read(Frame frame, int start, int count, ReadOnlySpan<double> coefficients)
    {
        frame.Design.Read(start, count, X, Size);
        frame.Outcome.AsSpan(start, count).CopyTo(Outcome);
        Outcome.AsSpan(count).Fill(1);
        if (frame.Prior is { } prior) prior.AsSpan(start, count).CopyTo(Prior);
        else Prior.AsSpan(0, count).Fill(1);
        Prior.AsSpan(count).Clear();
        if (frame.Offset is { } offset) offset.AsSpan(start, count).CopyTo(Predictor);
        else Predictor.AsSpan(0, count).Clear();
        Predictor.AsSpan(count).Clear();
        for (var j = 0; j < coefficients.Length; j++) Lanes.AddScaled(coefficients[j], X.AsSpan(j * Size, Size), Predictor);
    }
}
