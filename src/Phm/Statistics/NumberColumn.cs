namespace Phm.Statistics;

/// <summary>A column of finite numbers. Where a row is missing, its value is 0 and never read.</summary>
internal sealed class NumberColumn : AnalysisColumn
{
    private NumberColumn(string name, double[] values, bool[]? missing) : base(name, missing) => Values = values;

    public double[] Values { get; }

    public override int Rows => Values.Length;

    /// <summary>A column made from another, missing where that is.</summary>
    public static NumberColumn Of(string name, double[] values, bool[]? missing) => new(name, values, missing);

    public static NumberColumn Of(string name, double[] values)
    {
        for (var row = 0; row < values.Length; row++)
        {
            if (!double.IsFinite(values[row])) throw StatisticsErrors.NotFinite(name, row, double.IsNaN(values[row]));
        }
        return new(name, values, null);
    }

    public static NumberColumn Of(string name, double?[] values)
    {
        var (numbers, missing) = (new double[values.Length], default(bool[]));
        for (var row = 0; row < values.Length; row++)
        {
            if (values[row] is not { } value) (missing ??= new bool[values.Length])[row] = true;
            else if (!double.IsFinite(value)) throw StatisticsErrors.NotFinite(name, row, double.IsNaN(value));
            else numbers[row] = value;
        }
        return new(name, numbers, missing);
    }
}
