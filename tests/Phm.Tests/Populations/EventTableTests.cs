using Phm.Populations;

namespace Phm.Tests.Populations;

/// <summary>Events are sorted by person and date, against a plain list of rows.</summary>
public sealed class EventTableTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(3, 50)]
    [InlineData(4, 400)]
    public void Offsets_and_order_are_those_of_a_plain_sort(int seed, int people)
    {
        var random = new Random(seed);
        var rows = new MeasurementRows();
        var naive = new List<(int Person, Day Date, MeasureKind Kind, float Value)>();
        for (var i = 0; i < people * 5; i++)
        {
            var row = (random.Next(people), new Day((ushort)random.Next(30)), (MeasureKind)random.Next(3), (float)random.Next(4));
            naive.Add(row);
            rows.Add(row.Item1, row.Item2, row.Item3, row.Item4);
        }
        naive.Sort();

        var table = rows.Build(people);

        Assert.Equal(naive.Select(row => row.Date), table.Date.ToArray());
        Assert.Equal(naive.Select(row => row.Kind), table.Kind.ToArray());
        Assert.Equal(naive.Select(row => row.Value), table.Value.ToArray());
        for (var person = 0; person < people; person++)
        {
            var (start, end) = (table.RowsOf(person).Start.Value, table.RowsOf(person).End.Value);
            Assert.Equal(naive.FindIndex(row => row.Person >= person) is >= 0 and var at ? at : naive.Count, start);
            Assert.Equal(naive.Count(row => row.Person == person), end - start);
            var period = new Period(new Day((ushort)random.Next(15)), new Day((ushort)random.Next(15, 30)));
            var inside = 0;
            foreach (var row in table.RowsIn(person, period))
            {
                Assert.True(period.Contains(table.Date.Span[row]));
                inside++;
            }
            Assert.Equal(naive.Count(row => row.Person == person && period.Contains(row.Date)), inside);
        }
    }

    [Fact]
    public void Rows_that_come_sorted_stay_as_they_are()
    {
        var rows = new DiagnosisRows();
        rows.Add(0, new Day(5), Condition.Asthma);
        rows.Add(0, new Day(5), Condition.Diabetes);
        rows.Add(2, new Day(1), Condition.Copd, new Day(9));
        var table = rows.Build(3);
        Assert.Equal([0, 2, 2, 3], table.Offsets.ToArray());
        Assert.Equal([Condition.Asthma, Condition.Diabetes, Condition.Copd], table.Condition.ToArray());
        Assert.Equal(new byte[] { 0, 0, 1 }, table.HasEnd.ToArray());
    }

    [Fact]
    public void Gathering_in_two_parts_is_gathering_in_one()
    {
        var (all, first, second) = (new MedicationRows(), new MedicationRows(), new MedicationRows());
        var random = new Random(9);
        for (var i = 0; i < 300; i++)
        {
            var (person, day, medicine) = (random.Next(20), new Day((ushort)random.Next(9)), $"m{random.Next(30)}");
            all.Add(person, day, medicine);
            (i < 100 ? first : second).Add(person, day, medicine);
        }
        first.Append(second);
        var (a, b) = (all.Build(20), first.Build(20));
        Assert.Equal(Names(a), Names(b));
        Assert.Equal(a.Date.ToArray(), b.Date.ToArray());

        static IEnumerable<string> Names(MedicationTable table) => table.Medicine.ToArray().Select(number => table.MedicineCodes[number]);
    }
}
