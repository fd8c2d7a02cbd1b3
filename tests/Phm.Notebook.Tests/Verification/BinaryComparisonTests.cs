using Phm.Notebook.Verification;

namespace Phm.Notebook.Tests.Verification;

public sealed class BinaryComparisonTests
{
    private static string Base64(int length, byte last)
    {
        var bytes = new byte[length];
        bytes[^1] = last;
        return Convert.ToBase64String(bytes);
    }

    [Theory]
    [InlineData("image/png"), InlineData("image/jpeg"), InlineData("application/pdf"), InlineData("audio/wav")]
    public void Bytes_are_equal_or_changed_with_sizes_and_digests(string mimeType)
    {
        Assert.Equal(Verdict.Identical, Compared.Data(mimeType, Base64(3000, 1), Base64(3000, 1).Insert(76, "\n") + "\n").Verdict);
        var difference = Compared.Data(mimeType, Base64(3000, 1), Base64(3001, 2)).Difference();
        Assert.Equal((Verdict.Changed, mimeType, 0), (difference.Verdict, difference.MimeType, difference.Output));
        Assert.Equal("3,000 bytes, SHA-256 ", difference.Kept[..21]);
        Assert.Equal("3,001 bytes, SHA-256 ", difference.Obtained[..21]);
        Assert.NotEqual(difference.Kept[21..], difference.Obtained[21..]);
    }

    [Fact]
    public void What_is_no_base64_is_compared_as_text_with_the_reason()
    {
        Assert.Equal(Verdict.Identical, Compared.Data("image/png", "?!", "?!").Verdict);
        Assert.Contains("not base64", Compared.Data("image/png", "?!", "?!!").Difference().Reason, StringComparison.Ordinal);
    }
}
