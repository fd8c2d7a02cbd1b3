namespace Phm.Ingest;

/// <summary>One thing that looks wrong with imported data, counted. The rows were kept: what to make of them is the analyst's choice.</summary>
/// <param name="Check">What was looked for.</param>
/// <param name="Table">The table in which it was looked for.</param>
/// <param name="Rows">How many rows show it.</param>
/// <param name="People">How many people have such a row.</param>
/// <param name="Meaning">What it can do to an analysis.</param>
public sealed record QualityFinding(string Check, string Table, long Rows, long People, string Meaning);
