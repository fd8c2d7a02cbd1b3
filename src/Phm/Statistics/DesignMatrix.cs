namespace Phm.Statistics;

/// <summary>The columns of numbers that a linear predictor is a combination of. It holds no numbers of its own but reads them in blocks of rows.</summary>
internal sealed class DesignMatrix(int rows, ColumnSource[] columns, string[] names)
{
    public int Rows { get; } = rows;

    public int Columns => columns.Length;

    public IReadOnlyList<string> Names => names;

    /// <summary>Reads rows into a block that holds a column after the other, each <paramref name="stride"/> numbers long; what is left of a column is 0.</summary>
    public void Read(int start, int count, Span<double> block, int stride)
    {
        for (var j = 0; j < columns.Length; j++)
        {
            var column = block.Slice(j * stride, stride);
            columns[j].Fill(start, column[..count]);
            column[count..].Clear();
        }
    }
}
