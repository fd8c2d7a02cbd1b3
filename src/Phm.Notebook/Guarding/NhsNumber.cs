namespace Phm.Notebook.Guarding;

/// <summary>The form of NHS numbers.</summary>
/// <remarks>
/// Ten digits, the last of which is a check digit modulo 11 (NHS Data Dictionary, "NHS NUMBER"). Numbers that begin with 0 to 2 are CHI
/// numbers of Scotland, which begin with a date of birth; others of them are taken for what they mostly are, seconds since 1970.
/// </remarks>
internal static class NhsNumber
{
    public const int Digits = 10;

    /// <summary>Whether ten digits are a number that may have been given to someone.</summary>
    public static bool IsValid(ReadOnlySpan<char> digits)
    {
        if (digits.Length != Digits || digits.ContainsAnyExceptInRange('0', '9') || !digits.ContainsAnyExcept(digits[0])) return false;
        var sum = 0;
        for (var i = 0; i < Digits - 1; i++) sum += (digits[i] - '0') * (10 - i);
        var check = (11 - sum % 11) % 11;
        return check == digits[9] - '0' && (digits[0] > '2' || BeginsWithDate(digits));
    }

    private static bool BeginsWithDate(ReadOnlySpan<char> digits)
    {
        var day = (digits[0] - '0') * 10 + digits[1] - '0';
        var month = (digits[2] - '0') * 10 + digits[3] - '0';
        return day is >= 1 and <= 31 && month is >= 1 and <= 12;
    }
}
