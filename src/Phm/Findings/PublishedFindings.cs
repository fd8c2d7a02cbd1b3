namespace Phm.Findings;

/// <summary>
/// The registry of published figures that the product is calibrated to and held against, each with its citation and with how well it is
/// known. A figure that was not found is not in it: what needs one takes it as a parameter.
/// </summary>
public static class PublishedFindings
{
    private static readonly Lazy<FindingList> LazyAll = new(() => FindingsReader.ReadResources("published-studies.csv", "published-findings.csv"));

    /// <summary>What the letters and marks mean, as a line beneath tables.</summary>
    public static string Legend => string.Join("; ", FindingStatusExtensions.All.Select(status => status.InWords())) + ". Figures marked [S] or [M] are no established facts.";

    /// <summary>Every figure.</summary>
    public static FindingList All => LazyAll.Value;

    /// <summary>
    /// Patient activation and use of care in Islington: Barker I, Steventon A, Williamson R, Deeny SR. BMJ Qual Saf 2018;27:989-999,
    /// doi:10.1136/bmjqs-2017-007635, with crude ratios and shapes of the negative binomial distribution calculated from its Table 1.
    /// </summary>
    public static FindingList Barker2018 => All.OfStudy("barker2018");

    /// <summary>The table of patient activation on the West Kent slide, a secondary source for <see cref="Barker2018"/>, with cautions for its reader.</summary>
    public static FindingList WestKentSlide => All.OfStudy("west-kent-slide");

    /// <summary>Cut-points of the activation score.</summary>
    public static FindingList Pam13 => All.OfStudy("pam13");

    /// <summary>The electronic frailty index: Clegg. Age Ageing 2016;45:353-360, doi:10.1093/ageing/afw039.</summary>
    public static FindingList Clegg2016 => All.OfStudy("clegg2016");

    /// <summary>Onset of frailty in England: Walsh. Age Ageing 2023;52(5), doi:10.1093/ageing/afad058.</summary>
    public static FindingList Walsh2023 => All.OfStudy("walsh2023");

    /// <summary>The figure with an id, such as <c>barker2018.emergency_admissions.adjusted.l4</c>.</summary>
    /// <exception cref="ArgumentException">There is no such figure; the message names the nearest ids.</exception>
    public static PublishedFinding Find(string id) => All.Find(id);

    /// <summary>The figures of a study, found by its key or its name.</summary>
    /// <exception cref="ArgumentException">There is no such study; the message names the nearest keys.</exception>
    public static FindingList OfStudy(string study) => All.OfStudy(study);

    /// <summary>The figures of a status.</summary>
    public static FindingList WithStatus(FindingStatus status) => All.WithStatus(status);
}
