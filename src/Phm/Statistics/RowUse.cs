using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>Which rows of a table a model used.</summary>
/// <param name="Given">How many rows the table has.</param>
/// <param name="Used">How many rows miss nothing that the model uses.</param>
/// <param name="Missing">How many rows miss each column that the model uses and that has missing values.</param>
/// <param name="Whom">Whom the rows are about; empty where nobody said.</param>
public sealed record RowUse(int Given, int Used, IReadOnlyList<MissingValues> Missing, string Whom = "") : Statement
{
    /// <summary>What was in the rows used, to tell them from others.</summary>
    internal DataFingerprint Data { get; init; } = DataFingerprint.None;

    /// <summary>How many rows were left out because they miss something.</summary>
    public int LeftOut => Given - Used;

    private protected override string Words => (Whom.Length > 0 ? $"{Whom}: " : "") + $"{CountText.Of(Used, "row", "rows")} used, {CountText.Of(LeftOut)} left out"
        + (LeftOut == 0 || Missing.Count == 0 ? "" : $" ({string.Join(", ", Missing.Where(missing => missing.Rows > 0))})");
}
