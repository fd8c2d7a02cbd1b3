using System.Globalization;

namespace Phm.Disclosure;

/// <summary>Why people's records are shown or written, in a kind and in words, as in <c>Purpose.DirectCare("community respiratory service")</c>.</summary>
public sealed record Purpose
{
    private const int Shortest = 10;
    private const int Longest = 300;
    private const int FewestWords = 2;
    private const int FewestLetters = 5;

    private Purpose(PurposeKind kind, string explanation)
    {
        RequireMeaning(explanation);
        (Kind, Explanation) = (kind, explanation.Trim());
    }

    /// <summary>The kind of purpose.</summary>
    public PurposeKind Kind { get; }

    /// <summary>For whom and for what, in words.</summary>
    public string Explanation { get; }

    /// <summary>The kind in words.</summary>
    public string KindName => Kind switch
    {
        PurposeKind.DirectCare => "direct care",
        PurposeKind.CaseFinding => "case finding",
        PurposeKind.ClinicalAudit => "clinical audit",
        PurposeKind.ServiceEvaluation => "service evaluation",
        PurposeKind.Planning => "planning",
        PurposeKind.PublicHealth => "public health",
        PurposeKind.Research => "research",
        PurposeKind.DataQuality => "data quality",
        _ => "teaching with synthetic data",
    };

    /// <summary>Care of the people on the list. See <see cref="PurposeKind.DirectCare"/>.</summary>
    /// <param name="explanation">Which service will do what; 10 to 300 characters in at least two words.</param>
    /// <exception cref="ArgumentException">The explanation says nothing.</exception>
    public static Purpose DirectCare(string explanation) => new(PurposeKind.DirectCare, explanation);

    /// <summary>Finding people who may need care. See <see cref="PurposeKind.CaseFinding"/>.</summary>
    /// <inheritdoc cref="DirectCare"/>
    public static Purpose CaseFinding(string explanation) => new(PurposeKind.CaseFinding, explanation);

    /// <summary>Measuring care against a standard. See <see cref="PurposeKind.ClinicalAudit"/>.</summary>
    /// <inheritdoc cref="DirectCare"/>
    public static Purpose ClinicalAudit(string explanation) => new(PurposeKind.ClinicalAudit, explanation);

    /// <summary>Judging a service as it is. See <see cref="PurposeKind.ServiceEvaluation"/>.</summary>
    /// <inheritdoc cref="DirectCare"/>
    public static Purpose ServiceEvaluation(string explanation) => new(PurposeKind.ServiceEvaluation, explanation);

    /// <summary>Planning and paying for services. See <see cref="PurposeKind.Planning"/>.</summary>
    /// <inheritdoc cref="DirectCare"/>
    public static Purpose Planning(string explanation) => new(PurposeKind.Planning, explanation);

    /// <summary>Protecting the health of the public. See <see cref="PurposeKind.PublicHealth"/>.</summary>
    /// <inheritdoc cref="DirectCare"/>
    public static Purpose PublicHealth(string explanation) => new(PurposeKind.PublicHealth, explanation);

    /// <summary>Research with the approvals that it needs; name them. See <see cref="PurposeKind.Research"/>.</summary>
    /// <inheritdoc cref="DirectCare"/>
    public static Purpose Research(string explanation) => new(PurposeKind.Research, explanation);

    /// <summary>Mending what is wrong with records. See <see cref="PurposeKind.DataQuality"/>.</summary>
    /// <inheritdoc cref="DirectCare"/>
    public static Purpose DataQuality(string explanation) => new(PurposeKind.DataQuality, explanation);

    /// <summary>Teaching and testing with data about nobody. See <see cref="PurposeKind.TeachingWithSyntheticData"/>.</summary>
    /// <inheritdoc cref="DirectCare"/>
    public static Purpose TeachingWithSyntheticData(string explanation) => new(PurposeKind.TeachingWithSyntheticData, explanation);

    /// <summary>The kind and the explanation, as in "direct care: community respiratory service".</summary>
    public override string ToString() => $"{KindName}: {Explanation}";

    private static void RequireMeaning(string explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var text = explanation.Trim();
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter));
        var letters = text.Where(char.IsLetter).Select(char.ToLowerInvariant).Distinct().Count();
        if (text.Length is >= Shortest and <= Longest && words >= FewestWords && letters >= FewestLetters && !text.Any(char.IsControl)) return;
        throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"A purpose says in words for whom and for what people's records are needed: {Shortest} to {Longest} characters on one line, at least {FewestWords} words, as in \"community respiratory service\"."),
            nameof(explanation));
    }
}
