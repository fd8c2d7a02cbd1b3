using System.Security.Cryptography;

namespace Phm.Notebook.Verification;

/// <summary>Compares bytes that are kept as base64: equal or changed.</summary>
internal static class BinaryComparison
{
    private const int DigestCharacters = 12;

    public static void Compare(string kept, string obtained, DifferenceList differences)
    {
        if (kept == obtained) return;
        if (Bytes(kept) is { } a && Bytes(obtained) is { } b)
        {
            if (!a.AsSpan().SequenceEqual(b)) differences.Add(Verdict.Changed, () => new("The bytes differ.", "", Describe(a), Describe(b)));
        }
        else ExactText.Compare(kept, obtained, differences, Places.None, "It is not base64 and was compared as exact text.");
    }

    private static byte[]? Bytes(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Describe(byte[] bytes) => $"{Places.Number(bytes.Length)} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(bytes))[..DigestCharacters]}…";
}
