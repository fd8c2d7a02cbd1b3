using System.Globalization;

namespace Phm.Codelists;

/// <summary>
/// The identifier of a SNOMED CT concept: 6 to 18 digits, of which the second and third from the right say that it is a concept
/// (00, or 10 for an extension) and the last is a Verhoeff check digit.
/// </summary>
/// <remarks>SNOMED International, SNOMED CT Release File Specifications, "SCTID representation" and "Check-digit".</remarks>
public readonly record struct SnomedCode : IClinicalCode<SnomedCode>
{
    private const int MinDigits = 6;
    private const int MaxDigits = 18;

    private SnomedCode(long id) => Id = id;

    /// <summary>The identifier as a number.</summary>
    public long Id { get; }

    /// <inheritdoc/>
    public static string System => "SNOMED CT";

    /// <inheritdoc/>
    public static string Expected => "a SNOMED CT concept identifier: 6 to 18 digits with a valid check digit";

    /// <summary>Always null: the identifier does not tell the concept above it.</summary>
    public SnomedCode? Broader => null;

    /// <inheritdoc/>
    public static bool TryParse(string text, out SnomedCode code)
    {
        ArgumentNullException.ThrowIfNull(text);
        code = default;
        if (text.Length is < MinDigits or > MaxDigits || text[0] == '0') return false;
        if (text.AsSpan().ContainsAnyExceptInRange('0', '9')) return false;
        if (text[^3..^1] is not ("00" or "10") || !Verhoeff.IsValid(text)) return false;
        code = new(long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
        return true;
    }

    /// <inheritdoc/>
    public static bool TryParseEntry(string text, out IReadOnlyList<SnomedCode> codes)
    {
        var ok = TryParse(text, out var code);
        codes = ok ? [code] : [];
        return ok;
    }

    /// <summary>Reads an identifier that is known to be right, as in a literal.</summary>
    /// <exception cref="FormatException">The text is not an identifier of a concept.</exception>
    public static SnomedCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"The text is not {Expected}.");

    /// <summary>The digits.</summary>
    public override string ToString() => Id.ToString(CultureInfo.InvariantCulture);
}
