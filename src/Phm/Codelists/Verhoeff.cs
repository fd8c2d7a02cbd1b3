namespace Phm.Codelists;

/// <summary>
/// The check digit of Verhoeff, which finds every wrong digit and every exchange of two neighbours.
/// </summary>
/// <remarks>Verhoeff J. Error Detecting Decimal Codes. Mathematical Centre Tracts 29, Amsterdam 1969.</remarks>
internal static class Verhoeff
{
    /// <summary>The permutation that is applied once more for each place from the right.</summary>
    private static ReadOnlySpan<byte> Shuffle => [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

    /// <summary>Whether the last digit of a string of digits is the check digit of those before it.</summary>
    public static bool IsValid(ReadOnlySpan<char> digits)
    {
        var check = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var digit = digits[^(place + 1)] - '0';
            for (var times = 0; times < place % 8; times++) digit = Shuffle[digit];
            check = Multiply(check, digit);
        }
        return check == 0;
    }

    /// <summary>The product in the group of the turns and flips of a pentagon: 0 to 4 are turns, 5 to 9 are flips.</summary>
    private static int Multiply(int a, int b) => (a < 5, b < 5) switch
    {
        (true, true) => (a + b) % 5,
        (true, false) => 5 + (a + b) % 5,
        (false, true) => 5 + (a - b) % 5,
        _ => (a - b + 5) % 5,
    };
}
