using Phm.Charting.Drawing;

namespace Phm.Tests.Charting;

public sealed class TextWrapTests
{
    [Fact]
    public void Lines_are_of_similar_length() =>
        Assert.Equal(["Level 2: becoming", "aware, still struggling"], TextWrap.Wrap("Level 2: becoming aware, still struggling", 230, TextStyle.Label, 3));

    [Fact]
    public void No_line_is_wider_than_allowed_and_no_letter_is_lost()
    {
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => new string((char)('a' + random.Next(26)), random.Next(1, 30))));
            var width = 30 + (random.NextDouble() * 200);
            var lines = TextWrap.Wrap(text, width, TextStyle.Tick, int.MaxValue);
            Assert.All(lines, line => Assert.True(TextStyle.Tick.Width(line) <= width, line));
            Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_does_not_fit_ends_in_an_ellipsis()
    {
        var lines = TextWrap.Wrap("one two three four five six seven eight nine ten", 60, TextStyle.Tick, 2);
        Assert.Equal(2, lines.Count);
        Assert.EndsWith("…", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.True(TextStyle.Tick.Width(line) <= 60, line));
    }

    [Fact]
    public void A_pair_of_surrogates_is_never_cut_in_half() =>
        Assert.All(TextWrap.Wrap(string.Concat(Enumerable.Repeat("😀", 40)), 50, TextStyle.Tick, 3), line => Assert.DoesNotContain('\ufffd', line.EnumerateRunes().Select(rune => (char)rune.Value)));
}
