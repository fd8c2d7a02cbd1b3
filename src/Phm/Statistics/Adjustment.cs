namespace Phm.Statistics;

/// <summary>What an adjustment of several p values keeps down, and how.</summary>
public enum Adjustment
{
    /// <summary>The probability of any false finding: p times the number of tests (Dunn OJ. J Am Stat Assoc 1961;56:52-64, doi:10.1080/01621459.1961.10482090).</summary>
    Bonferroni,

    /// <summary>The same, never weaker: step down from the smallest (Holm S. Scand J Stat 1979;6:65-70).</summary>
    Holm,

    /// <summary>The same, step up from the largest, for tests that are independent or go together (Hochberg Y. Biometrika 1988;75:800-802, doi:10.1093/biomet/75.4.800).</summary>
    Hochberg,

    /// <summary>The share of false findings among findings, for tests that are independent or go together (Benjamini Y, Hochberg Y. J R Stat Soc B 1995;57:289-300, doi:10.1111/j.2517-6161.1995.tb02031.x).</summary>
    BenjaminiHochberg,

    /// <summary>The same for tests that depend on each other in any way (Benjamini Y, Yekutieli D. Ann Stat 2001;29:1165-1188, doi:10.1214/aos/1013699998).</summary>
    BenjaminiYekutieli,
}
