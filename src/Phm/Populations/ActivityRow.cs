namespace Phm.Populations;

/// <summary>A row of activity on its way into <see cref="ActivityRows"/>. Null is not known; codes are numbers that these rows gave.</summary>
internal readonly record struct ActivityRow(int Person, Day Date, PointOfDelivery Point, Day? End, int? Pence, bool? Attended, ushort? Diagnosis, ushort? Provider);
