using Phm.Populations;

namespace Phm.Synthetic.Studies;

/// <summary>A stay in hospital within a window.</summary>
/// <param name="Point">Emergency admission, elective admission or day case.</param>
/// <param name="Nights">Nights of the stay.</param>
/// <param name="IsReadmission">Whether it follows the stay before within 30 days.</param>
internal readonly record struct Stay(PointOfDelivery Point, int Nights, bool IsReadmission = false)
{
    /// <summary>The first day, counted from the first day of the window.</summary>
    public int Day { get; init; }
}
