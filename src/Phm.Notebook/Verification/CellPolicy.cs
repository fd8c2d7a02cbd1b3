using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Verification;

/// <summary>
/// How a cell asks to be verified: the tag <c>phm-skip-verify</c> with a reason in its metadata under <c>phm.skip-verify</c>, and a
/// tolerance of its own by the tag <c>phm-tolerance:1e-6</c> or by <c>phm.tolerance</c>.
/// </summary>
/// <param name="Skips">Whether the cell is not to be compared.</param>
/// <param name="Reason">Why not; null where no reason is given.</param>
/// <param name="Tolerance">How far numbers may lie apart.</param>
/// <param name="Problem">What is wrong with the wishes of the cell, or null.</param>
internal sealed record CellPolicy(bool Skips, string? Reason, Tolerance Tolerance, string? Problem)
{
    private const string SkipTag = "phm-skip-verify";
    private const string ToleranceTag = "phm-tolerance:";

    /// <summary>Beyond one part in a hundred a comparison says nothing.</summary>
    private const double Widest = 0.01;

    public static CellPolicy Of(NotebookCell cell, Tolerance usual)
    {
        var wishes = cell.Metadata["phm"] as JsonObject;
        if (cell.Tags.Contains(SkipTag))
        {
            var reason = NotebookMetadata.Text(wishes, "skip-verify");
            return new CellPolicy(true, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), usual, null);
        }
        var asked = cell.Tags.FirstOrDefault(tag => tag.StartsWith(ToleranceTag, StringComparison.Ordinal))?[ToleranceTag.Length..];
        if (asked is null && wishes?["tolerance"] is { } node) asked = node.GetValueKind() is JsonValueKind.Number ? node.ToJsonString() : "";
        if (asked is null) return new CellPolicy(false, null, usual, null);
        return double.TryParse(asked, NumberStyles.Float, CultureInfo.InvariantCulture, out var relative) && relative is >= 0 and <= Widest
            ? new CellPolicy(false, null, usual with { Relative = relative }, null)
            : new CellPolicy(false, null, usual, $"The tolerance of this cell is not a number from 0 to {Widest.ToString(CultureInfo.InvariantCulture)}.");
    }
}
