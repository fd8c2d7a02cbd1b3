using Phm.Jupyter.Messages;

namespace Phm.Jupyter.Tests.Messages;

public sealed class CodePointTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("abc", 2, 2)]
    [InlineData("é日x", 2, 2)]
    [InlineData("😀x", 0, 0)]
    [InlineData("😀x", 1, 2)]
    [InlineData("😀x", 2, 3)]
    [InlineData("a😀😀b", 3, 5)]
    [InlineData("👩‍👧", 3, 5)]
    [InlineData("\ud83dx", 1, 1)]
    [InlineData("x\ude00", 2, 2)]
    public void A_place_counts_code_points_on_the_wire_and_units_in_the_engine(string text, int codePoints, int units)
    {
        Assert.Equal(units, CodePoints.ToUtf16(text, codePoints));
        Assert.Equal(codePoints, CodePoints.FromUtf16(text, units));
    }

    [Fact]
    public void A_place_behind_the_text_is_its_end()
    {
        Assert.Equal(3, CodePoints.ToUtf16("😀x", int.MaxValue));
        Assert.Equal(2, CodePoints.FromUtf16("😀x", int.MaxValue));
    }
}
