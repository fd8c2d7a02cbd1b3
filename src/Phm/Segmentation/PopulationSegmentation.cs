using Phm.Disclosure;
using Phm.Populations;

namespace Phm.Segmentation;

/// <summary>Segmentation at the population.</summary>
public static class PopulationSegmentation
{
    /// <summary>Puts everyone present in a period into segments. See <see cref="SegmentationScheme.Apply"/>.</summary>
    public static SegmentGrid Segment(this Population population, SegmentationScheme scheme, Period period)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return scheme.Apply(population, period);
    }

    /// <summary>How unevenly spend lies on people. See <see cref="SpendConcentration"/>.</summary>
    public static SpendConcentration Concentration(this Population population, Period period, DisclosurePolicy? policy = null, params PointOfDelivery[] services) =>
        SpendConcentration.Of(population, period, policy, services);
}
