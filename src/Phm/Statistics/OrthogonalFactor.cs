namespace Phm.Statistics;

/// <summary>
/// The factor QR of √W X by Householder reflections, with Qᵀ(s/√w) beside it. Tall data are reduced in runs of rows whose triangles are
/// reduced again (Demmel J et al. SIAM J Sci Comput 2012;34:A206-A239, doi:10.1137/080731992); data of one run are the plain algorithm.
/// </summary>
internal sealed class OrthogonalFactor
{
    private const int RunSize = 8 * RowBlock.Size;

    /// <summary>How many columns there are with the right-hand side.</summary>
    private readonly int _width;

    private readonly RowBlock _block;
    private readonly RowSums _sums;

    /// <summary>The triangle so far, above rows yet to be reduced; a column after the other.</summary>
    private readonly double[] _work;

    private int _pending;

    private OrthogonalFactor(int columns)
    {
        _width = columns + 1;
        _sums = new(columns);
        _block = _sums.Block;
        _work = new double[_width * Height];
    }

    private int Height => _width + RunSize;

    /// <summary>The upper triangle R.</summary>
    public double[,] Triangle
    {
        get
        {
            var triangle = new double[_width - 1, _width - 1];
            for (var j = 0; j < _width - 1; j++)
            {
                for (var i = 0; i <= j; i++) triangle[i, j] = _work[j * Height + i];
            }
            return triangle;
        }
    }

    /// <summary>Qᵀ(s/√w).</summary>
    public double[] Target => _work.AsSpan((_width - 1) * Height, _width - 1).ToArray();

    public static OrthogonalFactor Of(Frame frame, double[] coefficients, OutcomeDistribution distribution) =>
        RowFold.Fold(frame.Design.Rows, () => new OrthogonalFactor(frame.Design.Columns), (factor, start, end) =>
        {
            for (var at = start; at < end; at += RowBlock.Size)
            {
                var count = Math.Min(RowBlock.Size, end - at);
                factor._block.Read(frame, at, count, coefficients);
                distribution.Evaluate(factor._block, factor._sums);
                factor.Append(count);
            }
            factor.Reduce();
        }, (factor, later) => factor.Merge(later), frame.Model.Threads);

    private void Append(int count)
    {
        if (_pending + count > RunSize) Reduce();
        for (var row = 0; row < count; row++)
        {
            var root = Math.Sqrt(_block.Weight[row]);
            for (var j = 0; j < _width - 1; j++) _work[j * Height + _width + _pending + row] = root * _block.X[j * RowBlock.Size + row];
            _work[(_width - 1) * Height + _width + _pending + row] = root > 0 ? _block.Score[row] / root : 0;
        }
        _pending += count;
    }

    private void Merge(OrthogonalFactor later)
    {
        for (var j = 0; j < _width; j++) later._work.AsSpan(j * Height, j + 1).CopyTo(_work.AsSpan(j * Height + _width));
        _pending = _width;
        Reduce();
    }

    /// <summary>Reduces the pending rows into the triangle. Reflection j leaves the rows of the triangle below row j as they are: there is 0.</summary>
    private void Reduce()
    {
        for (var j = 0; j < _width && _pending > 0; j++)
        {
            var column = j * Height;
            var below = _work.AsSpan(column + _width, _pending);
            var top = _work[column + j];
            var norm = Math.Sqrt(top * top + Lanes.Dot(below, below));
            if (norm == 0) continue;
            var diagonal = top > 0 ? -norm : norm;
            var head = top - diagonal;
            for (var k = j + 1; k < _width; k++)
            {
                var other = _work.AsSpan(k * Height + _width, _pending);
                ref var atTop = ref _work[k * Height + j];
                var share = (head * atTop + Lanes.Dot(below, other)) / (diagonal * head);
                atTop += share * head;
                Lanes.AddScaled(share, below, other);
            }
            _work[column + j] = diagonal;
        }
        for (var j = 0; j < _width; j++) _work.AsSpan(j * Height + _width, _pending).Clear();
        _pending = 0;
    }
}
