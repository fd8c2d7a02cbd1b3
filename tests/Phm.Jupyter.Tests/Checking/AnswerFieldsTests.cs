using System.Text.Json;
using Phm.Jupyter.Checking;

namespace Phm.Jupyter.Tests.Checking;

/// <summary>Whatever a kernel answers, a check of it comes to an end.</summary>
public sealed class AnswerFieldsTests
{
    [Theory]
    [InlineData("""{"a": "x"}""", "x")]
    [InlineData("""{"a": 1}""", null)]
    [InlineData("""{"a": "\ud800"}""", null)]
    [InlineData("{}", null)]
    [InlineData("[]", null)]
    public void A_text_is_a_text_or_nothing(string json, string? expected) => Assert.Equal(expected, JsonElement.Parse(json).TextAt("a"));

    [Theory]
    [InlineData("""{"a": ["x", 1, "\ud800", "y"]}""", "x y")]
    [InlineData("""{"a": "x"}""", "")]
    public void Of_a_list_the_texts_count(string json, string expected) => Assert.Equal(expected, string.Join(' ', JsonElement.Parse(json).TextsAt("a")));

    [Theory]
    [InlineData("""{"a": {"b": "x", "c": {}}}""", "b=x c=")]
    [InlineData("""{"a": {"\ud800": "x"}}""", "")]
    [InlineData("""{"a": []}""", "")]
    public void Of_an_object_names_and_texts_count(string json, string expected) =>
        Assert.Equal(expected, string.Join(' ', JsonElement.Parse(json).NamedTextsAt("a").Select(field => $"{field.Name}={field.Text}")));
}
