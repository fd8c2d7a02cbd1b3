using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>Patients with subarachnoid haemorrhage, from the R package pROC 1.18.0, with a made-up risk of a poor outcome.</summary>
internal static class AssessmentData
{
    public static AnalysisTable Patients { get; } = new AnalysisTable()
        .Number("poor", Column("poor")).Number("s100b", Column("s100b")).Number("wfns", Column("wfns")).Number("ndka", Column("ndka"))
        .Number("risk", [.. Column("wfns").Zip(Column("s100b"), (wfns, s100b) => 1 / (1 + Math.Exp(2 - 0.5 * wfns - 1.1 * s100b)))]);

    public static double[] Column(string name)
    {
        var lines = ReferenceData.Lines("asah.csv");
        var at = Array.IndexOf(lines[0].Split(','), name);
        return [.. lines.Skip(1).Select(line => ReferenceData.Number(line.Split(',')[at]))];
    }
}
