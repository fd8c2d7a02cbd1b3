namespace Phm.Codelists;

/// <summary>A code of a codelist, as its file says it.</summary>
/// <typeparam name="TCode">The coding system.</typeparam>
/// <param name="Code">The code.</param>
/// <param name="Term">What it means.</param>
/// <param name="Source">Where it was seen with this meaning.</param>
public sealed record CodelistEntry<TCode>(TCode Code, string Term, string Source) where TCode : struct, IClinicalCode<TCode>;
