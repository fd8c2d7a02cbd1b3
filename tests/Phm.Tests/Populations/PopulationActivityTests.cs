using System.Text;
using Phm.Ingest;
using Phm.Ingest.Omop;
using Phm.Populations;
using Phm.Synthetic;
using Phm.Tests.Ingest;

namespace Phm.Tests.Populations;

/// <summary>Whose data are held is told to whoever listens: by name and number, and by a question that needs the text to be asked.</summary>
public sealed class PopulationActivityTests
{
    [Fact]
    public void People_from_files_are_told_as_real()
    {
        using var folder = NativeSample.With("patients", NativeSample.Files["patients"]);
        using var told = new ToldActivities();
        LinkedData.Load(folder.Path);
        var people = Assert.Single(told.Named("phm.population"));
        Assert.Equal("Kent", people.GetTagItem("phm.population.name"));
        Assert.Equal(2L, people.GetTagItem("phm.population.people"));
        Assert.Equal(false, people.GetTagItem("phm.population.synthetic"));
        Assert.Empty(told.Named("phm.synthetic.generate"));
    }

    [Fact]
    public void People_of_an_OMOP_folder_are_told()
    {
        using var folder = OmopSample.Folder();
        using var told = new ToldActivities();
        OmopData.Load(folder.Path);
        var isIdentifier = IdentifiersOf(told);
        Assert.True(isIdentifier("2"));
        Assert.False(isIdentifier("real-identifier-1"));
    }

    [Fact]
    public void People_who_were_generated_are_told_as_synthetic_with_the_seed()
    {
        using var told = new ToldActivities();
        var population = SyntheticPopulation.Generate(new() { People = 200, Years = 1, Seed = ulong.MaxValue });
        var people = Assert.Single(told.Named("phm.population"));
        Assert.Equal(true, people.GetTagItem("phm.population.synthetic"));
        Assert.Equal((long)population.Count, people.GetTagItem("phm.population.people"));
        Assert.Equal(ulong.MaxValue, Assert.Single(told.Named("phm.synthetic.generate")).GetTagItem("phm.seed"));
        Assert.All(Enumerable.Range(0, population.Count), p => Assert.True(IdentifiersOf(told)(population.Patients.Ids[p])));
    }

    [Fact]
    public void A_cohort_shares_its_people_and_is_not_told()
    {
        var everyone = SmallPopulation.Of("id | birth\na | 1950-01-01\nb | 1980-01-01");
        using var told = new ToldActivities();
        everyone.Where(Period.FinancialYear(2024), person => person.Age > 50);
        Assert.Empty(told.Named("phm.population"));
    }

    [Fact]
    public void Only_the_exact_identifier_is_one()
    {
        using var folder = new TempFolder().With("patients.csv", "patient_id,birth_date\nAnna-1,1950-05-01\nnaïve 2,1980-01-31\n");
        using var told = new ToldActivities();
        LinkedData.Load(folder.Path);
        var isIdentifier = IdentifiersOf(told);
        Assert.True(isIdentifier("Anna-1"));
        Assert.True(isIdentifier("naïve 2"));
        string[] others = ["", "anna-1", "Anna-1 ", "Anna-", "nai\u0308ve 2", "na\uD800ve 2", new('x', 1_000_000), new('\uD800', 6)];
        Assert.DoesNotContain(others, text => isIdentifier(text));
    }

    [Fact]
    public void Random_identifiers_are_found_and_random_other_texts_are_not()
    {
        var random = new Random(11);
        var texts = Enumerable.Range(0, 4_000).Select(_ => RandomText(random)).Distinct(StringComparer.Ordinal).ToArray();
        var known = texts[..(texts.Length / 2)];
        var isIdentifier = new PatientIdentifiers(new PatientIds(known)).Contains;
        Parallel.ForEach(texts.Index(), text => Assert.Equal(text.Index < known.Length, isIdentifier(text.Item)));
    }

    private static Func<string, bool> IdentifiersOf(ToldActivities told) => (Func<string, bool>)told.Named("phm.population").Single().GetTagItem("phm.population.identifiers")!;

    private static string RandomText(Random random)
    {
        var text = new StringBuilder();
        var length = random.Next(1, 120);
        for (var i = 0; i < length; i++) text.Append(random.Next(8) == 0 ? "ü€😀"[..1] : ((char)random.Next(33, 127)).ToString());
        return text.ToString();
    }
}
