using Phm.Notebook.CSharp;

namespace Phm.Notebook.Tests.CSharp;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("kents", "kent", "kent dartford")]
    [InlineData("Popluation", "Population", "Population PopulationRows")]
    [InlineData("conect", "connect", "connect import")]
    [InlineData("KENT", "kent", "kent Kant")]
    [InlineData("X", "x", "x y")]
    [InlineData("a", null, "b c")]
    [InlineData("ab", null, "ac")]
    [InlineData("cat", null, "bat hat")]
    [InlineData("weather", null, "kent")]
    [InlineData("kent", null, "kent")]
    public void The_nearest_name_is_one_slip_or_few_away_and_the_only_one(string written, string? expected, string names) =>
        Assert.Equal(expected, NearestName.Of(written, names.Split(' ')));

    [Fact]
    public void The_order_of_names_does_not_matter_and_long_ones_cost_nothing()
    {
        string[] names = ["grid", "grip", "grids", "gird", "Grid"];
        var random = new Random(4);
        for (var i = 0; i < 50; i++)
        {
            random.Shuffle(names);
            Assert.Equal("Grid", NearestName.Of("GRid", names.Where(name => name != "grid")));
        }
        Assert.Null(NearestName.Of(new string('a', 100_000), [new string('a', 99_999)]));
    }
}
