using Phm.Costing;
using Phm.Populations;
using Phm.Tests.Ingest;

namespace Phm.Tests.Costing;

public sealed class UnitCostsTests
{
    private const string Header = "service,name,point_of_delivery,unit,nights_from,nights_to,used,pounds,price_year,source,status\n";

    [Theory]
    [InlineData(PointOfDelivery.GeneralPractice, 0, 42)]
    [InlineData(PointOfDelivery.AccidentAndEmergency, 0, 280)]
    [InlineData(PointOfDelivery.EmergencyAdmission, 0, 825)]
    [InlineData(PointOfDelivery.EmergencyAdmission, 1, 825)]
    [InlineData(PointOfDelivery.EmergencyAdmission, 2, 5417)]
    [InlineData(PointOfDelivery.EmergencyAdmission, 90, 5417)]
    [InlineData(PointOfDelivery.ElectiveAdmission, 3, 6685)]
    [InlineData(PointOfDelivery.DayCase, 0, 1077)]
    public void Activity_costs_what_was_published(PointOfDelivery point, int nights, int pounds)
    {
        var cost = UnitCosts.Published.CostOf(point, nights)!;
        Assert.Equal(pounds, cost.Pounds);
        Assert.NotEqual(UnitCostStatus.Placeholder, cost.Status);
    }

    [Theory]
    [InlineData("outpatient_attendance")]
    [InlineData("community_contact")]
    [InlineData("mental_health_contact")]
    [InlineData("care_home_week")]
    [InlineData("bed_day")]
    [InlineData("prescribing_item")]
    public void What_no_source_gives_is_a_placeholder(string service) =>
        Assert.Equal(UnitCostStatus.Placeholder, UnitCosts.Published.Find(service)!.Status);

    [Fact]
    public void Every_point_of_delivery_has_one_cost_whatever_the_stay()
    {
        foreach (var point in Vocabulary<PointOfDelivery>.All)
        {
            for (var nights = 0; nights < 100; nights++) Assert.NotNull(UnitCosts.Published.CostOf(point, nights));
        }
    }

    [Fact]
    public void The_table_shows_the_status_of_every_cost()
    {
        var text = UnitCosts.Published.ToString();
        Assert.Equal(UnitCosts.Published.Costs.Count(cost => cost.Status == UnitCostStatus.Placeholder), text.Split("PLACEHOLDER: set your own").Length - 1);
        Assert.Contains("it is no evidence of what anything costs", text, StringComparison.Ordinal);
        Assert.Contains("Emergency admission, 0 to 1 nights", text, StringComparison.Ordinal);
        Assert.DoesNotContain("no evidence", UnitCosts.None.ToString(), StringComparison.Ordinal);
        Assert.Null(UnitCosts.None.CostOf(PointOfDelivery.GeneralPractice));
    }

    [Fact]
    public void A_cost_of_the_user_takes_the_place_of_a_placeholder_and_leaves_the_table_as_it_was()
    {
        var own = UnitCosts.Published.With("outpatient_attendance", 175m, "2024/25", "our ledger");
        Assert.Equal((175m, UnitCostStatus.Own, "our ledger"), (own.CostOf(PointOfDelivery.Outpatient)!.Pounds, own.CostOf(PointOfDelivery.Outpatient)!.Status, own.CostOf(PointOfDelivery.Outpatient)!.Source));
        Assert.Equal(UnitCostStatus.Placeholder, UnitCosts.Published.CostOf(PointOfDelivery.Outpatient)!.Status);
        Assert.Contains("outpatient_attendance", Assert.Throws<ArgumentException>(() => own.With("outpatients", 1m, "", "")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => own.With("outpatient_attendance", -1m, "", ""));
    }

    [Fact]
    public void A_table_of_the_user_is_read_from_a_file()
    {
        using var folder = new TempFolder().With("ours.csv", Header + "gp,GP visit,gp,visit,,,1,40.25,2024/25,ledger,own\nbed,Bed day,,day,,,0,300,2024/25,ledger,own\n");
        var ours = UnitCosts.Load(folder.In("ours.csv"));
        Assert.Equal(40.25m, ours.CostOf(PointOfDelivery.GeneralPractice)!.Pounds);
        Assert.Null(ours.CostOf(PointOfDelivery.Outpatient));
        Assert.Null(ours.Find("bed")!.Point);
    }

    [Theory]
    [InlineData("gp,GP,gp,visit,,,1,forty,2024/25,ledger,own\n", "ours.csv, line 2, column pounds")]
    [InlineData("gp,GP,gp,visit,,,1,,2024/25,ledger,own\n", "ours.csv, line 2, column pounds: found nothing")]
    [InlineData("gp,GP,gp,visit,,,1,-4,2024/25,ledger,own\n", "ours.csv, line 2, column pounds")]
    [InlineData("gp,GP,gp,visit,,,1,40,2024/25,ledger,guess\n", "ours.csv, line 2, column status")]
    [InlineData("gp,GP,gp,visit,,,1,40,2024/25,ledger,own\ngp,GP,,visit,,,0,40,2024/25,ledger,own\n", "'gp' stands in two rows")]
    [InlineData("a,A,gp,visit,,,1,40,2024/25,ledger,own\nb,B,gp,visit,,,1,41,2024/25,ledger,own\n", "both 'a' and 'b' price the same activity")]
    [InlineData("a,A,emergency,stay,0,2,1,40,2024/25,ledger,own\nb,B,emergency,stay,2,,1,41,2024/25,ledger,own\n", "both 'a' and 'b' price the same activity")]
    public void A_malformed_table_is_refused_with_the_place(string rows, string expected)
    {
        using var folder = new TempFolder().With("ours.csv", Header + rows);
        Assert.Contains(expected, Assert.Throws<DataException>(() => UnitCosts.Load(folder.In("ours.csv"))).Message, StringComparison.Ordinal);
    }
}
