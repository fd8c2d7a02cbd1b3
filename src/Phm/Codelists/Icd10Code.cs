using System.Globalization;

namespace Phm.Codelists;

/// <summary>
/// A code of ICD-10 without its dot and in upper case: a category of a letter and two characters, as in I50, or one of its
/// subdivisions, as in I500. The X with which hospital data fill the fourth place of a category that has no subdivision is dropped, so
/// that I10X is I10.
/// </summary>
/// <remarks>WHO ICD-10, 5th edition for the United Kingdom; the longer codes of ICD-10-CM are read as well.</remarks>
public readonly record struct Icd10Code : IClinicalCode<Icd10Code>
{
    private const int CategoryLength = 3;
    private const int MaxLength = 7;

    private readonly string? _text;

    private Icd10Code(string text) => _text = text;

    /// <inheritdoc/>
    public static string System => "ICD-10";

    /// <inheritdoc/>
    public static string Expected => "an ICD-10 code such as I50 or I50.0, or a range of categories such as E10-E14";

    /// <summary>The first three characters, as in I50.</summary>
    public string Category => ToString()[..CategoryLength];

    /// <summary>The code without its last character, or null for a category.</summary>
    public Icd10Code? Broader => ToString().Length > CategoryLength ? new(ToString()[..^1]) : null;

    /// <inheritdoc/>
    public static bool TryParse(string text, out Icd10Code code)
    {
        ArgumentNullException.ThrowIfNull(text);
        code = default;
        var plain = text.Trim().ToUpperInvariant();
        if (plain.IndexOf('.', StringComparison.Ordinal) is CategoryLength) plain = plain.Remove(CategoryLength, 1);
        if (plain.Length == CategoryLength + 1 && plain[^1] is 'X' or '-') plain = plain[..CategoryLength];
        if (plain.Length is < CategoryLength or > MaxLength) return false;
        if (!char.IsAsciiLetter(plain[0]) || !char.IsAsciiDigit(plain[1]) || !plain.All(char.IsAsciiLetterOrDigit)) return false;
        code = new(plain);
        return true;
    }

    /// <summary>Reads a code, or a range of categories with one letter, as in E10-E14, as all of its categories.</summary>
    public static bool TryParseEntry(string text, out IReadOnlyList<Icd10Code> codes)
    {
        ArgumentNullException.ThrowIfNull(text);
        codes = [];
        if (TryParse(text, out var single))
        {
            codes = [single];
            return true;
        }
        var ends = text.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length != 2 || !TryCategory(ends[0], out var letter, out var first) || !TryCategory(ends[1], out var sameLetter, out var last)) return false;
        if (letter != sameLetter || first > last) return false;
        codes = [.. Enumerable.Range(first, last - first + 1).Select(number => new Icd10Code(string.Create(CultureInfo.InvariantCulture, $"{letter}{number:00}")))];
        return true;
    }

    /// <summary>Reads a code that is known to be right, as in a literal.</summary>
    /// <exception cref="FormatException">The text is not a code.</exception>
    public static Icd10Code Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"The text is not {Expected}.");

    /// <summary>Whether the code is another or one of its subdivisions: I500 lies within I50.</summary>
    public bool IsWithin(Icd10Code other) => ToString().StartsWith(other.ToString(), StringComparison.Ordinal);

    /// <summary>Whether the code's category lies in a range, both ends included: E112 lies between E10 and E14.</summary>
    public bool IsBetween(Icd10Code first, Icd10Code last) =>
        string.CompareOrdinal(Category, first.Category) >= 0 && string.CompareOrdinal(Category, last.Category) <= 0;

    /// <summary>The code without a dot.</summary>
    public override string ToString() => _text ?? "";

    private static bool TryCategory(string text, out char letter, out int number)
    {
        (letter, number) = ('\0', 0);
        if (!TryParse(text, out var code) || code.ToString().Length != CategoryLength) return false;
        letter = code.ToString()[0];
        return int.TryParse(code.ToString().AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
