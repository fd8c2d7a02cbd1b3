namespace Phm.Statistics;

/// <summary>
/// The rows of a Cox regression laid out for one walk from the last time to the first: a row after the other, strata after one another, columns centred,
/// so that sums of squares keep their digits. Centring multiplies the baseline hazard and changes nothing else.
/// </summary>
internal sealed class CoxRows
{
    private CoxRows(int count, int columns)
    {
        (Count, Columns) = (count, columns);
        (X, Time, Died, Weight, Offset) = (new double[count * columns], new double[count], new bool[count], new double[count], new double[count]);
        (Stratum, Means, Largest) = (new int[count], new double[columns], new double[columns]);
    }

    public int Count { get; }

    public int Columns { get; }

    /// <summary>The design less its means.</summary>
    public double[] X { get; }

    public double[] Time { get; }

    public bool[] Died { get; }

    public double[] Weight { get; }

    /// <summary>The offset less its mean.</summary>
    public double[] Offset { get; }

    public int[] Stratum { get; }

    /// <summary>The means that were taken off.</summary>
    public double[] Means { get; }

    public double MeanOffset { get; private set; }

    /// <summary>The largest number of each column about its mean, sign aside.</summary>
    public double[] Largest { get; }

    /// <summary>The time of entry of each row; null where all are at risk from the start.</summary>
    public double[]? Entry { get; private set; }

    /// <summary>The rows of each stratum from the last entry to the first.</summary>
    public int[]? FromLastEntry { get; private set; }

    /// <summary>Where each row stands among those of the frame.</summary>
    public required int[] Order { get; init; }

    public static CoxRows Of(Frame frame, FollowUp data)
    {
        var rows = new CoxRows(data.Count, frame.Design.Columns) { Order = data.FromLast() };
        var places = new int[rows.Count];
        for (var i = 0; i < places.Length; i++) places[rows.Order[i]] = i;
        rows.ReadDesign(frame, places);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows.Order[i];
            (rows.Time[i], rows.Died[i], rows.Stratum[i]) = (data.Time[row], data.Died[row], data.Strata.Codes[row]);
            (rows.Weight[i], rows.Offset[i]) = (frame.Prior?[row] ?? 1, frame.Offset?[row] ?? 0);
        }
        rows.Centre();
        if (data.Entry is null) return rows;
        rows.Entry = Array.ConvertAll(rows.Order, row => data.Entry[row]);
        rows.FromLastEntry = Array.ConvertAll(data.FromLastEntry(), row => places[row]);
        return rows;
    }

    /// <summary>The linear predictor of each row, offset included.</summary>
    public double[] Predictor(double[] coefficients)
    {
        var predictor = (double[])Offset.Clone();
        for (var i = 0; i < Count; i++)
        {
            var row = X.AsSpan(i * Columns, Columns);
            for (var j = 0; j < row.Length; j++) predictor[i] += row[j] * coefficients[j];
        }
        return predictor;
    }

    private void ReadDesign(Frame frame, int[] places)
    {
        var block = new double[Columns * RowBlock.Size];
        for (var at = 0; at < Count; at += RowBlock.Size)
        {
            var count = Math.Min(RowBlock.Size, Count - at);
            frame.Design.Read(at, count, block, RowBlock.Size);
            for (var i = 0; i < count; i++)
            {
                for (var j = 0; j < Columns; j++) X[places[at + i] * Columns + j] = block[j * RowBlock.Size + i];
            }
        }
    }

    private void Centre()
    {
        for (var i = 0; i < Count; i++)
        {
            MeanOffset += Offset[i] / Count;
            for (var j = 0; j < Columns; j++) Means[j] += X[i * Columns + j] / Count;
        }
        for (var i = 0; i < Count; i++)
        {
            Offset[i] -= MeanOffset;
            for (var j = 0; j < Columns; j++)
            {
                X[i * Columns + j] -= Means[j];
                Largest[j] = Math.Max(Largest[j], Math.Abs(X[i * Columns + j]));
            }
        }
    }
}
