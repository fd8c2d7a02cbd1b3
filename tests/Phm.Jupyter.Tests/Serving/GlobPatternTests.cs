using System.Text.RegularExpressions;
using Phm.Jupyter.Serving;

namespace Phm.Jupyter.Tests.Serving;

public sealed class GlobPatternTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("?", "", false)]
    [InlineData("var*", "var x = 1;", true)]
    [InlineData("var*", " var x = 1;", false)]
    [InlineData("*x*", "var x = 1;", true)]
    [InlineData("?ar*1?", "var x = 1;", true)]
    [InlineData("[v]ar*", "var x", false)]
    [InlineData("VAR*", "var x", false)]
    [InlineData("a*\nb*", "a1\nb2", true)]
    public void Stars_stand_for_any_characters_and_question_marks_for_one(string pattern, string text, bool fits) =>
        Assert.Equal(fits, GlobPattern.IsMatch(pattern, text));

    [Fact]
    public void It_agrees_with_a_regular_expression()
    {
        var random = new Random(5);
        string Word(string letters, int length) => string.Concat(Enumerable.Range(0, random.Next(length)).Select(_ => letters[random.Next(letters.Length)]));
        for (var i = 0; i < 5_000; i++)
        {
            var (pattern, text) = (Word("ab*?", 8), Word("ab", 10));
            var expected = Regex.IsMatch(text, "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$");
            Assert.True(expected == GlobPattern.IsMatch(pattern, text), $"'{pattern}' and '{text}'");
        }
    }
}
