using System.Globalization;

namespace Phm.Charting;

/// <summary>Estimates as charts carry them: the last digits of a long computation differ between processors, and a kept picture must not.</summary>
internal static class SteadyDigits
{
    /// <summary>The number with nine significant digits.</summary>
    public static double Of(double value) => double.IsFinite(value) ? double.Parse(value.ToString("G9", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : value;
}
