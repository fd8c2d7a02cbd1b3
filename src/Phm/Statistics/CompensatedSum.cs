namespace Phm.Statistics;

/// <summary>A sum kept as two doubles, of about 31 digits (Dekker TJ. Numer Math 1971;18:224-242, doi:10.1007/BF01397083).</summary>
internal struct CompensatedSum
{
    private double _high;
    private double _low;

    public readonly double Value => _high + _low;

    /// <summary>Adds a b without rounding the product.</summary>
    public void AddProduct(double a, double b)
    {
        var product = a * b;
        Add(product);
        _low += Math.FusedMultiplyAdd(a, b, -product);
    }

    /// <summary>Adds a sum times a number.</summary>
    public void AddProduct(double a, CompensatedSum b)
    {
        AddProduct(a, b._high);
        _low += a * b._low;
    }

    public void Add(double value)
    {
        var sum = _high + value;
        var part = sum - _high;
        _low += _high - (sum - part) + (value - part);
        _high = sum;
    }

    /// <summary>The same value with the low part less than half a digit of the high one.</summary>
    public readonly CompensatedSum Normalised()
    {
        var sum = _high + _low;
        return new() { _high = sum, _low = _low - (sum - _high) };
    }
}
