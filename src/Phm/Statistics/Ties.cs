namespace Phm.Statistics;

/// <summary>How the partial likelihood takes events at the same time.</summary>
public enum Ties
{
    /// <summary>Those who have had the event leave the risk set by equal parts (Efron B. J Am Stat Assoc 1977;72:557-565, doi:10.1080/01621459.1977.10480613): near the truth with many ties.</summary>
    Efron,

    /// <summary>Each event meets the whole risk set (Breslow N. Biometrics 1974;30:89-99, doi:10.2307/2529620): biased towards 0 where ties are many.</summary>
    Breslow,
}
