using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>Survival data from the literature, as the R package survival 3.5-3 has them.</summary>
internal static class SurvivalData
{
    /// <summary>Advanced lung cancer, 228 patients. Loprinzi CL et al. J Clin Oncol 1994;12:601-607, doi:10.1200/JCO.1994.12.3.601.</summary>
    public static AnalysisTable Lung { get; } = ReadLung();

    /// <summary>Maintenance of remission in acute myelogenous leukaemia. Miller RG. Survival Analysis. Wiley, 1981, page 49.</summary>
    public static AnalysisTable Leukaemia { get; } = new AnalysisTable()
        .Number("Weeks", [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45])
        .Number("Relapsed", [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1])
        .Factor("Arm", [.. Enumerable.Range(0, 23).Select(i => i < 11 ? "Maintained" : "Nonmaintained")]);

    /// <summary>Ovarian cancer, 26 patients. Edmonson JH et al. Cancer Treat Rep 1979;63:241-247.</summary>
    public static AnalysisTable Ovarian { get; } = new AnalysisTable()
        .Number("Days", [59, 115, 156, 421, 431, 448, 464, 475, 477, 563, 638, 744, 769, 770, 803, 855, 1040, 1106, 1129, 1206, 1227, 268, 329, 353, 365, 377])
        .Number("Died", [1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0])
        .Number("Age", [72.3315, 74.4932, 66.4658, 53.3644, 50.3397, 56.4301, 56.937, 59.8548, 64.1753, 55.1781, 56.7562, 50.1096, 59.6301, 57.0521, 39.2712, 43.1233, 38.8932, 44.6, 53.9068, 44.2055, 59.589, 74.5041, 43.137, 63.2192, 64.4247, 58.3096])
        .Number("Residual", [2, 2, 2, 2, 2, 1, 2, 2, 2, 1, 1, 1, 2, 2, 1, 1, 2, 1, 1, 2, 1, 2, 2, 1, 2, 1])
        .Number("Treatment", [1, 1, 1, 2, 1, 1, 2, 2, 1, 2, 1, 2, 2, 2, 1, 1, 1, 1, 2, 2, 2, 1, 1, 2, 2, 2]);

    private static AnalysisTable ReadLung()
    {
        var rows = ReferenceData.Lines("lung.csv").Skip(1).Select(line => line.Split(',').Select(text => text.Length == 0 ? (double?)null : ReferenceData.Number(text)).ToArray()).ToArray();
        var table = new AnalysisTable();
        foreach (var (column, name) in ((string[])["time", "died", "age", "sex", "ecog", "inst"]).Index()) table = table.Number(name, [.. rows.Select(row => row[column])]);
        // Made up, so that people come under watch at different times and count differently.
        return table.Number("entry", [.. rows.Select(row => Math.Min(row[0]!.Value - 1, row[2]!.Value * 7 % 200))])
            .Number("weight", [.. rows.Select(row => 1 + row[5] % 3)])
            .Number("ageOver50", [.. rows.Select(row => row[2]!.Value / 50)]);
    }
}
