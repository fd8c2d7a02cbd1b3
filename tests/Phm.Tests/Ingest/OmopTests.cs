using Phm.Codelists;
using Phm.Costing;
using Phm.Ingest;
using Phm.Ingest.Omop;
using Phm.Populations;
using static Phm.Tests.Ingest.OmopSample;

namespace Phm.Tests.Ingest;

/// <summary>OMOP as linked data, one rule at a time.</summary>
public sealed class OmopTests
{
    [Fact]
    public void People_have_their_pseudonym_birth_sex_and_broad_ethnic_group()
    {
        using var folder = Folder(("death.csv", "person_id,death_date\n2,2020-05-06\n"));
        var patients = OmopData.Load(folder.Path).Population.Patients;
        Assert.Equal(["1", "2", "3"], Enumerable.Range(0, 3).Select(p => patients.Ids[p]));
        Assert.Equal(["1950-04-09", "1980-02-29", "1990-01-01"], patients.Birth.ToArray().Select(day => day.ToString()));
        Assert.Equal([PatientFlags.HasSex | PatientFlags.HasEthnicGroup, PatientFlags.HasSex | PatientFlags.HasEthnicGroup | PatientFlags.HasDeath, PatientFlags.None], patients.Flags.ToArray());
        Assert.Equal([Sex.Male, Sex.Female], patients.Sex.ToArray()[..2]);
        Assert.Equal([EthnicGroup.White, EthnicGroup.Black], patients.EthnicGroup.ToArray()[..2]);
        Assert.Equal("2020-05-06", patients.Death.Span[1].ToString());
    }

    [Fact]
    public void A_place_of_care_with_a_row_is_a_practice_and_one_without_is_counted()
    {
        using var folder = Folder(("care_site.csv", "care_site_id,care_site_name\n10,Old Mill\n11,Not used by anyone\n"));
        var data = OmopData.Load(folder.Path);
        Assert.Equal(("10", "Old Mill"), (data.Population.Geography.Practices.Single().Code, data.Population.Geography.Practices.Single().Name));
        Assert.Equal(1, data.Quality.Findings.Single(f => f.Check == "Practice code not in practices").Rows);
        Assert.Equal(1, data.Quality.Findings.Single(f => f.Check == "No practice code").Rows);
    }

    [Fact]
    public void A_place_of_care_lies_where_its_location_says_and_units_of_one_name_stay_apart()
    {
        using var folder = Folder(
            ("location.csv", "location_id,city,county,state,zip\n1,Newport,Kent,South,x\n2,Newport,Gwent,West,y\n3,,,,\n"),
            ("care_site.csv", "care_site_id,care_site_name,location_id\n10,Old Mill,1\n20,New Mill,2\n"),
            ("person.csv", "person_id,gender_concept_id,year_of_birth,care_site_id\n1,8507,1950,10\n2,8532,1960,20\n3,8532,1960,\n"));
        var practices = OmopData.Load(folder.Path).Population.Geography.Practices;
        Assert.Equal(new Practice("10", "Old Mill", "Network not known, Newport, Kent, South", "Newport, Kent, South", "Kent, South", "South"), practices[0]);
        Assert.Equal("Newport, Gwent, West", practices[1].Locality);
    }

    [Theory]
    [InlineData("9202,2024-05-01,2024-05-01,,,", PointOfDelivery.Outpatient)]
    [InlineData("9203,2024-05-01,2024-05-01,,,", PointOfDelivery.AccidentAndEmergency)]
    [InlineData("262,2024-05-01,2024-05-03,,,", PointOfDelivery.EmergencyAdmission)]
    [InlineData("581477,2024-05-01,2024-05-01,,,", PointOfDelivery.GeneralPractice)]
    [InlineData("38004693,2024-05-01,2024-05-01,,,", PointOfDelivery.GeneralPractice)]
    [InlineData("581476,2024-05-01,2024-05-01,,,", PointOfDelivery.Community)]
    [InlineData("9201,2024-05-01,2024-05-02,,,", PointOfDelivery.ElectiveAdmission)]
    [InlineData("9201,2024-05-01,2024-05-01,,,", PointOfDelivery.DayCase)]
    [InlineData("9201,2024-05-01,,,,", PointOfDelivery.DayCase)]
    [InlineData("9201,2024-05-01,2024-05-01,,8870,", PointOfDelivery.EmergencyAdmission)]
    [InlineData("9201,2024-05-01,2024-05-01,,9203,", PointOfDelivery.EmergencyAdmission)]
    [InlineData("9201,2024-05-01,2024-05-01,,,A&E", PointOfDelivery.EmergencyAdmission)]
    [InlineData("9201,2024-05-01,2024-05-01,,8756,home", PointOfDelivery.DayCase)]
    public void Each_kind_of_visit_has_its_point_of_delivery(string visit, PointOfDelivery point)
    {
        using var folder = Folder(("visit_occurrence.csv", VisitHeader + $"7,1,{visit}\n"));
        Assert.Equal(point, OmopData.Load(folder.Path).Population.Activity.Point.Span[0]);
    }

    [Theory]
    [InlineData("2024-05-01", PointOfDelivery.EmergencyAdmission)]
    [InlineData("2024-04-30", PointOfDelivery.EmergencyAdmission)]
    [InlineData("2024-04-29", PointOfDelivery.ElectiveAdmission)]
    [InlineData("2024-05-02", PointOfDelivery.ElectiveAdmission)]
    public void An_inpatient_visit_is_an_emergency_where_an_emergency_room_visit_began_that_day_or_the_day_before(string emergencyRoom, PointOfDelivery point)
    {
        using var folder = Folder(("visit_occurrence.csv", VisitHeader + $"7,1,9201,2024-05-01,2024-05-04,,,\n8,1,9203,{emergencyRoom},{emergencyRoom},,,\n9,2,9203,2024-05-01,2024-05-01,,,\n"));
        var activity = OmopData.Load(folder.Path).Population.Activity;
        Assert.Contains(point, activity.Point.ToArray()[..2]);
        Assert.Equal(3, activity.Rows);
    }

    [Fact]
    public void A_visit_of_an_unknown_kind_is_left_out_and_counted_even_in_a_strict_import()
    {
        using var folder = Folder(("visit_occurrence.csv", VisitHeader + "7,1,5083,2024-05-01,2024-05-01,,,\n8,1,0,2024-05-01,2024-05-01,,,\n9,1,9202,2024-05-01,2024-05-01,,,\n"));
        var report = Table(OmopData.Load(folder.Path), "visit_occurrence");
        Assert.Equal((3, 1), (report.RowsRead, report.RowsKept));
        Assert.Equal(2, report.LeftOut["visit of a kind that has no point of delivery"]);
        Assert.Empty(report.Rejected);
    }

    [Fact]
    public void Visits_are_priced_by_unit_cost_where_the_data_have_no_cost_and_placeholders_are_told()
    {
        using var folder = Folder(
            ("visit_occurrence.csv", VisitHeader + "6,1,9202,2024-05-01,2024-05-01,,,\n7,1,262,2024-05-02,2024-05-03,,,\n8,1,262,2024-06-02,2024-06-04,,,\n"),
            ("cost.csv", CostHeader));
        var data = OmopData.Load(folder.Path, new OmopOptions { UnitCosts = UnitCosts.Published.With("outpatient_attendance", 175.25m, "2024/25", "our ledger") });
        Assert.Equal([17_525, 82_500, 541_700], data.Population.Activity.Cost.ToArray());
        Assert.Equal(3, data.Quality.Findings.Single(f => f.Check == "Priced by unit cost").Rows);
        Assert.DoesNotContain(data.Quality.Findings, f => f.Check == "Priced by a placeholder");
        Assert.Equal(1, OmopData.Load(folder.Path).Quality.Findings.Single(f => f.Check == "Priced by a placeholder").Rows);
        Assert.Equal(ActivityFlags.None, OmopData.Load(folder.Path, new OmopOptions { UnitCosts = UnitCosts.None }).Population.Activity.Flags.Span[0]);
    }

    [Fact]
    public void A_visit_costs_what_was_paid_for_it_else_its_total_cost_and_the_unit_costs_stay_out()
    {
        using var folder = Folder(
            ("visit_occurrence.csv", VisitHeader + "6,1,9202,2024-05-01,,,,\n7,1,9202,2024-05-02,,,,\n8,1,9202,2024-05-03,,,,\n9,1,5083,2024-05-03,,,,\n"),
            ("cost.csv", CostHeader + "1,6,Visit,44818570,900,100.10,80.05\n2,6,visit,0,,20,\n3,7,Visit,44818668,,70,\n4,6,Drug,,,5,\n5,9,Visit,,,5,\n6,7,Visit,,900,,\n"));
        var data = OmopData.Load(folder.Path);
        Assert.Equal([10_005, 0, 0], data.Population.Activity.Cost.ToArray());
        Assert.Equal([ActivityFlags.HasCost, ActivityFlags.None, ActivityFlags.None], data.Population.Activity.Flags.ToArray());
        Assert.Equal(2, data.Quality.Findings.Single(f => f.Check == "No cost").Rows);
        var left = Table(data, "cost").LeftOut;
        Assert.Equal(["cost in another currency than pounds", "cost of a visit that was left out", "cost of something other than a visit", "cost without an amount paid or a total cost"], left.Keys);
    }

    [Fact]
    public void A_condition_is_known_by_its_concept_its_source_concept_or_its_source_code()
    {
        using var folder = Folder(("condition_occurrence.csv", ConditionHeader
            + "1,1,201826,2010-01-01,,whatever,0\n2,1,0,2011-01-01,,x,44054\n3,1,0,2012-01-01,,49436004,0\n4,1,4251306,2013-01-01,,,0\n5,1,0,2014-01-01,,49436003,0\n"));
        var data = OmopData.Load(folder.Path);
        Assert.Equal([Condition.Diabetes, Condition.HeartFailure, Condition.AtrialFibrillation], data.Population.Diagnoses.Condition.ToArray());
        Assert.Equal(2, Table(data, "condition_occurrence").LeftOut["condition that no codelist names"]);
    }

    [Fact]
    public void Only_a_condition_that_ends_keeps_its_end_and_a_pregnancy_always_has_one()
    {
        using var folder = Folder(("condition_occurrence.csv", ConditionHeader
            + "1,1,201826,2010-01-01,2010-02-01,,0\n2,2,4299535,2011-01-01,2011-09-01,,0\n3,2,4299535,2015-01-01,,,0\n"));
        var data = OmopData.Load(folder.Path);
        Assert.Equal(new byte[] { 0, 1, 1 }, data.Population.Diagnoses.HasEnd.ToArray());
        Assert.Equal(["2011-09-01", "2015-12-03"], data.Population.Diagnoses.End.ToArray()[1..].Select(day => day.ToString()));
        Assert.Equal(1, data.Quality.Findings.Single(f => f.Check == "End of a lasting condition").Rows);
        Assert.Equal(1, data.Quality.Findings.Single(f => f.Check == "Pregnancy without an end").Rows);
    }

    [Fact]
    public void An_observation_is_used_where_it_is_a_condition()
    {
        using var folder = Folder(("observation.csv", "observation_id,person_id,observation_concept_id,observation_date,observation_source_value\n1,1,0,2020-01-01,162864005\n2,1,0,2020-01-01,72166-2\n"));
        var data = OmopData.Load(folder.Path);
        Assert.Equal([Condition.Obesity], data.Population.Diagnoses.Condition.ToArray());
        Assert.Equal((2, 1), (Table(data, "observation").RowsRead, Table(data, "observation").RowsKept));
    }

    [Fact]
    public void A_folder_without_vocabularies_is_read_by_its_source_values()
    {
        using var folder = new TempFolder().With("PERSON.CSV", Persons.ToUpperInvariant().Replace("REAL-", "real-", StringComparison.Ordinal))
            .WithGzip("Condition_Occurrence.csv.gz", ConditionHeader.ToUpperInvariant() + "1,1,201826,2010-01-01,,44054006,0\n")
            .With("drug_exposure.csv", DrugHeader + "1,1,19080128,2020-01-01,2020-02-01,314076\n2,1,0,2020-01-01,,\n")
            .With("measurement.csv", MeasurementHeader + "1,1,3004410,2020-01-01,7.0,8554,,4548-4\n");
        var data = OmopData.Load(folder.Path);
        Assert.Equal([Condition.Diabetes], data.Population.Diagnoses.Condition.ToArray());
        Assert.Equal("314076", data.Population.Medications.MedicineCodes[0]);
        Assert.Equal(1, Table(data, "drug_exposure").LeftOut["medicine without a name or code"]);
        Assert.Equal(53, data.Population.Measurements.Value.Span[0], 0.1);
    }

    [Fact]
    public void A_medicine_has_the_name_of_its_concept_and_long_names_stay_different()
    {
        using var folder = Folder(("drug_exposure.csv", DrugHeader + "1,1,19080128,2020-01-01,2020-02-01,314076\n2,1,19128263,2020-01-02,,\n3,1,19128022,2020-01-03,,\n"));
        var population = OmopData.Load(folder.Path).Population;
        var names = population.Medications.Medicine.ToArray().Select(number => population.Medications.MedicineCodes[number]).ToArray();
        Assert.Equal("lisinopril 10 MG Oral Tablet", names[0]);
        Assert.EndsWith("… RxNorm 751905", names[1], StringComparison.Ordinal);
        Assert.EndsWith("… RxNorm 749785", names[2], StringComparison.Ordinal);
        Assert.All(names, name => Assert.True(System.Text.Encoding.UTF8.GetByteCount(name) <= 64));
    }

    [Fact]
    public void What_is_imported_can_be_saved_as_native_data_and_read_again()
    {
        using var folder = Folder(
            ("visit_occurrence.csv", VisitHeader + "6,1,9202,2024-05-01,2024-05-01,10,,\n"),
            ("drug_exposure.csv", DrugHeader + "2,1,19128263,2020-01-02,,\n"),
            ("care_site.csv", "care_site_id,care_site_name\n10,\n"),
            ("condition_occurrence.csv", ConditionHeader + "1,1,201826,2010-01-01,,,0\n"));
        LinkedData.Save(OmopData.Load(folder.Path).Population, folder.In("native"));
        var again = LinkedData.Load(folder.In("native")).Population;
        Assert.Equal((3, 1, 1, 1), (again.Count, again.Activity.Rows, again.Medications.Rows, again.Diagnoses.Rows));
        Assert.Equal("Care site 10", again.Geography.Practices.Single().Name);
    }

    [Fact]
    public void A_list_of_the_user_takes_the_place_of_the_one_that_ships()
    {
        using var folder = Folder(("condition_occurrence.csv", ConditionHeader + "1,1,4251306,2013-01-01,,,0\n"), ("mine.csv", "code,condition\n73595000,anxiety\n"));
        Assert.Empty(OmopData.Load(folder.Path).Population.Diagnoses.Condition.ToArray());
        var mine = ConditionCodelists.Load<SnomedCode>(folder.In("mine.csv"));
        Assert.Equal([Condition.Anxiety], OmopData.Load(folder.Path, new OmopOptions { Snomed = mine }).Population.Diagnoses.Condition.ToArray());
    }

    private static TableReport Table(LinkedData data, string name) => data.Quality.Tables.Single(t => t.Table == name);
}
