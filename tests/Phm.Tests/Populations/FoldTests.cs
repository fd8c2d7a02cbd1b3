using Phm.Populations;

namespace Phm.Tests.Populations;

public sealed class FoldTests
{
    private static readonly Period Year = Period.FinancialYear(2024);
    private static readonly Population Many = Make(200_000);

    [Fact]
    public void A_fold_has_the_same_bits_on_one_to_eight_threads()
    {
        var expected = Fold(1);
        for (var threads = 2; threads <= 8; threads++) Assert.Equal(expected, Fold(threads));

        static (long, long) Fold(int threads)
        {
            var sum = Many.FoldPartitions(() => new double[1], (total, partition) =>
            {
                // Sums of fractions depend on their order: equal bits show that the order is fixed.
                for (var position = partition.Start; position < partition.End; position++) total[0] += 1.0 / (3 + partition.PatientAt(position));
            }, (total, more) => total[0] += more[0], threads);
            var order = Many.FoldPartitions(() => new List<int>(), (list, partition) => list.Add(partition.Start), (list, more) => list.AddRange(more), threads);
            Assert.Equal(order.Order(), order);
            return (BitConverter.DoubleToInt64Bits(sum[0]), order.Count);
        }
    }

    [Fact]
    public void Everyone_is_met_once()
    {
        var seen = Many.Fold(Year, () => new List<int>(), (list, person) => list.Add(person.Index), (list, more) => list.AddRange(more));
        Assert.Equal(Enumerable.Range(0, Many.Count).Where(p => Many.IsPresent(p, Year)), seen);
    }

    [Fact]
    public void A_cohort_is_those_present_who_meet_the_criterion()
    {
        var cohort = Many.Where(Year, person => person.Age >= 65 && person.Sex == Sex.Female);
        var naive = Enumerable.Range(0, Many.Count).Count(p => Many.IsPresent(p, Year) && Year.First.AgeOf(Many.Patients.Birth.Span[p]) >= 65 && Many.Patients.Sex.Span[p] == Sex.Female);
        Assert.Equal(naive, cohort.Count);
        Assert.Same(Many.Patients, cohort.Patients);
        Assert.Equal(cohort.Count, cohort.Where(Year, _ => true).Count);
        Assert.Equal(0, cohort.Where(Year, person => person.Sex == Sex.Male).Count);
    }

    [Fact]
    public void A_fold_over_no_one_is_an_empty_accumulator() =>
        Assert.Empty(Make(0).Fold(Year, () => new List<int>(), (list, person) => list.Add(person.Index), (list, more) => list.AddRange(more)));

    [Fact]
    public void An_error_of_the_caller_comes_out_as_it_is() =>
        Assert.Equal("mine", Assert.Throws<InvalidOperationException>(() => Many.Where(Year, _ => throw new InvalidOperationException("mine"))).Message);

    [Theory]
    [InlineData("1950-01-01", null, null, null, true)]
    [InlineData("2025-03-31", null, null, null, true)]
    [InlineData("2025-04-01", null, null, null, false)]
    [InlineData("1950-01-01", null, null, "2024-04-01", true)]
    [InlineData("1950-01-01", null, null, "2024-03-31", false)]
    [InlineData("1950-01-01", "2025-03-31", null, null, true)]
    [InlineData("1950-01-01", "2025-04-01", null, null, false)]
    [InlineData("1950-01-01", null, "2024-04-01", null, true)]
    [InlineData("1950-01-01", null, "2024-03-31", null, false)]
    public void Present_is_alive_and_registered_on_any_day_of_the_period(string birth, string? from, string? to, string? death, bool present)
    {
        var patients = new PatientRows();
        patients.Add(new PatientRow { Id = "a", Birth = Of(birth)!.Value, RegisteredFrom = Of(from), RegisteredTo = Of(to), Death = Of(death) });
        Assert.Equal(present, new PopulationRows().Build(Geography.None, patients.Build()).IsPresent(0, Year));
    }

    [Fact]
    public void Conditions_count_from_their_onset_to_their_end()
    {
        var patients = new PatientRows();
        patients.Add(new PatientRow { Id = "a", Birth = Of("1980-01-01")!.Value });
        var rows = new PopulationRows();
        PopulationRows.MarkAvailable(rows.Activity, rows.Diagnoses);
        rows.Diagnoses.Add(0, Of("2010-01-01")!.Value, Condition.Asthma);
        rows.Diagnoses.Add(0, Of("2020-01-01")!.Value, Condition.Pregnancy, Of("2020-09-01"));
        rows.Diagnoses.Add(0, Of("2025-03-31")!.Value, Condition.Diabetes);
        rows.Diagnoses.Add(0, Of("2025-04-01")!.Value, Condition.Copd);
        rows.Diagnoses.Add(0, Of("2023-10-01")!.Value, Condition.Depression, Of("2024-04-01"));
        var population = rows.Build(Geography.None, patients.Build());
        Assert.Equal(ConditionSet.Of(Condition.Asthma, Condition.Diabetes, Condition.Depression), population.ConditionsOf(0, Year));
    }

    [Fact]
    public void An_activity_row_takes_at_most_16_bytes_and_a_person_at_most_96()
    {
        Assert.True(Many.Activity.BytesPerRow <= 16);
        var perPerson = (double)Many.Patients.Bytes / Many.Count;
        Assert.InRange(perPerson, 15, 96);
        var offsets = Many.Tables.Events.Count * sizeof(int);
        Assert.InRange((Many.Tables.Bytes - (long)Many.Activity.Rows * Many.Activity.BytesPerRow) / (double)Many.Count, perPerson, perPerson + offsets + 1);
    }

    private static Population Make(int people)
    {
        var random = new Random(3);
        var patients = new PatientRows();
        for (var i = 0; i < people; i++)
        {
            patients.Add(new PatientRow
            {
                Id = $"{i:x8}-pseudonym-of-32-characters",
                Birth = new Day((ushort)random.Next(45_000)),
                Sex = random.Next(2) == 0 ? Sex.Female : Sex.Male,
                Death = random.Next(10) == 0 ? new Day((ushort)random.Next(45_000, 46_000)) : null,
            });
        }
        var rows = new PopulationRows();
        PopulationRows.MarkAvailable(rows.Activity, rows.Diagnoses);
        for (var i = 0; i < people; i++) rows.Activity.Add(i, new Day((ushort)random.Next(45_000, 46_000)), PointOfDelivery.GeneralPractice, pence: 4_200);
        return rows.Build(Geography.None, patients.Build());
    }

    private static Day? Of(string? date) => date is null ? null : Period.Between(date, date).First;
}
