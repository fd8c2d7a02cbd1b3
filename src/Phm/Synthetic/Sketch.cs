using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>Who a synthetic person is, before anything happens to them.</summary>
/// <param name="Stream">The number of the person's random streams.</param>
/// <param name="Birth">Day of birth, which may lie after the start of the records.</param>
/// <param name="IsMale">Sex; the generator knows two.</param>
/// <param name="Decile">Decile of deprivation, 1 for the most deprived tenth.</param>
/// <param name="Practice">Index of the practice.</param>
/// <param name="EthnicGroup">Ethnic group, or null where it is not recorded.</param>
/// <param name="DecileRecorded">Whether the records know the decile.</param>
internal readonly record struct Sketch(uint Stream, Day Birth, bool IsMale, byte Decile, ushort Practice, EthnicGroup? EthnicGroup, bool DecileRecorded);
