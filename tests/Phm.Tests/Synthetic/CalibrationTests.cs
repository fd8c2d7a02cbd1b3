using Phm.Populations;
using Phm.Synthetic;

namespace Phm.Tests.Synthetic;

/// <summary>The report of the generator against published figures, on enough people that chance does not decide.</summary>
public sealed class CalibrationTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Category", "Calibration")]
    public void Every_published_figure_that_no_other_stands_against_is_met_on_150_000_people()
    {
        var population = SyntheticPopulation.Generate(new SyntheticOptions { People = 150_000 });

        var calibration = Calibration.Of(population, Period.FinancialYear(2023));

        output.Tell("calibration", calibration.ToString());
        Assert.Empty(calibration.Figures.Where(figure => !figure.IsMet && figure.Conflict is null).Select(figure => $"{figure.Name}: {figure.Obtained:G4} for {figure.Target:G4}"));
    }
}
