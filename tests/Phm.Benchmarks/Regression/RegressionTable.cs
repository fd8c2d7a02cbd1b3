using System.Globalization;
using Phm.Presentation;

namespace Phm.Benchmarks.Regression;

/// <summary>Regressions beside their targets and beside R.</summary>
internal static class RegressionTable
{
    public static ResultTable Of(RegressionRun own, RegressionRun? beside, RPeer? peer) => new()
    {
        Title = $"Benchmarks: regression of {Print(own.Data.Rows)} rows",
        Columns = [new("Measure"), new("Unit"), new("Phm"), new("Target"), new(""), new(beside is null ? "" : $"Phm, {Print(beside.Data.Rows)} rows"), new(peer is null ? "R" : $"R {peer.Version}, the same rows"), new("Times as fast")],
        Rows =
        [
            Row("Linear, 30 columns", own.Linear, 1, beside?.Linear, peer?.LinearSeconds),
            Row("Linear, 30 columns, HC1", own.Robust, null, beside?.Robust, null),
            Row("Negative binomial, 20 columns", own.Counts, 6, beside?.Counts, peer?.CountSeconds),
            Row("Negative binomial, variance (1 + δ)μ", own.LinearVariance, null, beside?.LinearVariance, null),
            Row("Logistic, 20 columns", own.Events, null, beside?.Events, null),
            ["Memory above the data", "MB", Print(own.Bytes / 1e6), "≤ 1,000 MB", own.Bytes <= 1e9 ? "met" : "MISSED", beside is null ? "" : Print(beside.Bytes / 1e6), "", ""],
            ["Steps of the negative binomial", "", Print(own.CountFit.Iterations), "", "", beside is null ? "" : Print(beside.CountFit.Iterations), "", ""],
        ],
        Notes =
        [
            "Seconds on the wall, the quickest of three. The processor's seconds stand in brackets, for a machine that is busy with others.",
            peer is null || beside is null ? "R is not installed here (Debian: r-base-core, r-cran-mass), or was not asked for." : $"The largest difference from R in standard errors: {Gap(beside, peer)}.",
        ],
    };

    private static IReadOnlyList<TableCell> Row(string name, Timing own, double? target, Timing? beside, double? peer) =>
    [
        name, "s", Print(own), target is { } most ? $"≤ {Print(most)} s" : "", target is null ? "" : own.Wall <= target ? "met" : "MISSED",
        beside is null ? "" : Print(beside), peer is { } seconds ? Print(seconds) : "", peer / beside?.Wall is { } times ? Print(times) : "",
    ];

    private static string Gap(RegressionRun run, RPeer peer)
    {
        var linear = run.LinearFit.Coefficients.Zip(peer.Linear, (own, other) => Math.Abs(own.Estimate - other) / own.StandardError).Max();
        var counts = run.CountFit.Coefficients.Zip(peer.Counts, (own, other) => Math.Abs(own.Estimate - other) / own.StandardError).Max();
        var theta = Math.Abs(run.CountFit.Overdispersion!.Theta - peer.Theta) / run.CountFit.Overdispersion.StandardErrorOfTheta;
        return string.Create(CultureInfo.InvariantCulture, $"linear {linear:G2}, negative binomial {counts:G2}, its dispersion {theta:G2}");
    }

    private static string Print(Timing time) => $"{Print(time.Wall)} ({Print(time.Processor)})";

    private static string Print(double number) => number.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
