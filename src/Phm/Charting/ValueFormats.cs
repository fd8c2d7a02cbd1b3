using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting;

/// <summary>Chooses how values are written where the author of a chart did not say.</summary>
internal static class ValueFormats
{
    /// <summary>Whole numbers as counts; others with decimals by size, so that two or three digits are seen.</summary>
    public static ColumnFormat Choose(IEnumerable<DisclosedValue> values)
    {
        var shown = values.Where(value => value.IsShown).Select(value => Math.Abs(value.Value)).ToList();
        if (shown.TrueForAll(value => value == Math.Floor(value))) return ColumnFormat.Count;
        return shown.Max() switch
        {
            >= 1000 => ColumnFormat.Count,
            >= 10 => ColumnFormat.Decimal1,
            >= 1 => ColumnFormat.Decimal2,
            _ => ColumnFormat.Decimal3,
        };
    }
}
