using Phm.Ingest.Omop;
using Phm.Populations;
using static Phm.Tests.Ingest.OmopSample;

namespace Phm.Tests.Ingest;

public sealed class OmopMeasureTests
{
    /// <summary>HbA1c: NGSP, IFCC Standardization of HbA1c, table of conversions (5% is 31, 6.5% is 48, 7% is 53, 9% is 75, 10% is 86).</summary>
    [Theory]
    [InlineData("4548-4", 5.0, "%", 31, 0.5)]
    [InlineData("4548-4", 6.5, "%", 48, 0.5)]
    [InlineData("4548-4", 7.0, null, 53, 0.5)]
    [InlineData("17856-6", 9.0, "%", 75, 0.5)]
    [InlineData("4548-4", 10.0, "%", 86, 0.5)]
    [InlineData("59261-8", 48, "mmol/mol", 48, 0)]
    [InlineData("4548-4", 48, "mmol/mol", 48, 0)]
    [InlineData("2093-3", 200, "mg/dL", 5.17, 0.005)]
    [InlineData("2093-3", 5.2, "mmol/L", 5.2, 0)]
    [InlineData("14647-2", 5.2, null, 5.2, 0)]
    [InlineData("39156-5", 31.2, "kg/m2", 31.2, 0)]
    [InlineData("8280-0", 40, "[in_i]", 101.6, 1e-9)]
    [InlineData("8280-0", 1.02, "m", 102, 1e-9)]
    [InlineData("8480-6", 140, "mm[Hg]", 140, 0)]
    [InlineData("8462-4", 90, "mmHg", 90, 0)]
    [InlineData("33914-3", 55, "mL/min/{1.73_m2}", 55, 0)]
    [InlineData("62238-1", 55, "mL/min", 55, 0)]
    [InlineData("98979-8", 55, null, 55, 0)]
    public void A_value_is_turned_into_the_unit_of_the_product(string loinc, double value, string? unit, double expected, double within) =>
        Assert.Equal(expected, OmopMeasure.Find(loinc)!.Convert(value, unit)!.Value, within);

    [Theory]
    [InlineData("4548-4", "mg/dL")]
    [InlineData("2093-3", "%")]
    [InlineData("39156-5", "[lb_av]")]
    [InlineData("8480-6", "")]
    public void A_unit_that_is_none_of_the_measure_gives_no_value(string loinc, string unit) => Assert.Null(OmopMeasure.Find(loinc)!.Convert(50, unit));

    [Fact]
    public void Body_weight_and_text_are_no_measures_of_the_product()
    {
        Assert.Null(OmopMeasure.Find("29463-7"));
        Assert.Null(OmopMeasure.Find(null));
    }

    [Fact]
    public void What_is_not_held_has_no_number_has_a_strange_unit_or_cannot_be_is_left_out_and_counted()
    {
        using var folder = Folder(("measurement.csv", MeasurementHeader
            + "1,1,3004410,2020-01-01,7.0,8554,%,4548-4\n"
            + "2,1,3004410,2020-01-02,48,9557,,4548-4\n"
            + "3,1,3004410,2020-01-03,,8554,%,4548-4\n"
            + "4,1,3004410,2020-01-04,53,8554,%,4548-4\n"
            + "5,1,3004410,2020-01-05,7,0,mg/dL,4548-4\n"
            + "6,1,3027114,2020-01-06,193.35,8840,,2093-3\n"
            + "7,1,3027114,2020-01-06,193.35,123,,2093-3\n"
            + "8,1,3025315,2020-01-07,81,9529,kg,29463-7\n"));
        var data = OmopData.Load(folder.Path);
        Assert.Equal([53.0, 48.0, 5.0], data.Population.Measurements.Value.ToArray().Select(value => Math.Round(value, 1)));
        Assert.Equal([MeasureKind.Hba1c, MeasureKind.Hba1c, MeasureKind.Cholesterol], data.Population.Measurements.Kind.ToArray());
        var report = data.Quality.Tables.Single(t => t.Table == "measurement");
        Assert.Equal((8, 3), (report.RowsRead, report.RowsKept));
        Assert.Equal(
            [("cholesterol in a unit that is not known", 1L), ("hba1c in a unit that is not known", 1L), ("hba1c that is not plausible", 1L), ("hba1c without a number", 1L), ("measurement that the product does not hold", 1L)],
            report.LeftOut.Select(reason => (reason.Key, reason.Value)));
        Assert.Empty(report.Rejected);
        Assert.Contains("hba1c that is not plausible", data.Quality.LeftOut.ToString(), StringComparison.Ordinal);
    }
}
