using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>A row of activity on its way out of a simulated year.</summary>
internal readonly record struct Contact(Day Date, PointOfDelivery Point, Day? End = null, int Pence = 0, bool? Attended = null, string? Diagnosis = null, string? Provider = null);
