using Phm.Charting;
using Phm.Disclosure;
using Phm.Findings;
using Phm.Measures;
using Phm.Populations;
using Phm.Presentation;
using Phm.Segmentation;
using Phm.Synthetic;

namespace Phm.Tests.Presentation;

/// <summary>What an engine finds by reflection on everything that can show itself. Nothing here refers to the convention's types.</summary>
public sealed class FormatterConventionTests
{
    private const string Pseudonym = "PSEUDONYM-";

    private static readonly Period s_year = Period.FinancialYear(2024);

    public static TheoryData<string> Showable => [.. Types().Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Showable))]
    public void Every_preferred_type_and_HTML_has_one_formatter(string name)
    {
        var convention = Convention(typeof(Result).Assembly.GetType(name)!);
        var offered = Formatters(convention).Select(formatter => (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!).ToArray();
        Assert.Equal(offered.Distinct(), offered);
        Assert.Empty(((string[])convention.GetType().GetProperty("PreferredMimeTypes")!.GetValue(convention)!).Except(offered));
        Assert.Contains("text/html", offered);
        Assert.Contains("text/plain", offered);
    }

    [Fact]
    public void No_formatter_throws_or_tells_a_pseudonym_whoever_the_people_are()
    {
        foreach (var population in (Population[])[People(0), People(3), People(60)])
        {
            foreach (var value in Values(population))
            {
                foreach (var formatter in Formatters(Convention(value.GetType())))
                {
                    var writer = new StringWriter();
                    Assert.Equal(true, formatter.GetType().GetMethod("Format")!.Invoke(formatter, [value, writer]));
                    Assert.NotEqual("", writer.ToString());
                    Assert.DoesNotContain(Pseudonym, writer.ToString(), StringComparison.Ordinal);
                    Assert.DoesNotContain("\r", writer.ToString(), StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void Every_row_of_every_table_has_one_cell_a_column()
    {
        foreach (var table in Values(People(60)).OfType<Result>().Select(result => result.ToTable()))
        {
            Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
            Assert.All(table.TotalRows, row => Assert.InRange(row, 0, table.Rows.Count - 1));
            Assert.NotEqual("", table.Title);
        }
    }

    [Fact]
    public void A_person_is_shown_as_words_alone_however_many_are_listed()
    {
        var people = new List<Person>();
        People(3).Where(s_year, person =>
        {
            lock (people) people.Add(person);
            return true;
        });
        Assert.NotEmpty(people);
        foreach (var formatter in people.SelectMany(_ => Formatters(Convention(typeof(Person)))))
        {
            var writer = new StringWriter();
            Assert.Equal(true, formatter.GetType().GetMethod("Format")!.Invoke(formatter, [people[0], writer]));
            Assert.Equal("a person: shown only through results", writer.ToString());
        }
    }

    [Fact]
    public void A_population_is_shown_by_its_name_and_never_by_how_few_people_it_has()
    {
        var cohort = People(3).Where(s_year, _ => true, name: "A <small> cohort");
        foreach (var formatter in Formatters(Convention(typeof(Population))))
        {
            var writer = new StringWriter();
            Assert.Equal(true, formatter.GetType().GetMethod("Format")!.Invoke(formatter, [cohort, writer]));
            Assert.Contains("cohort: a population", writer.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("3", writer.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_formatter_passes_over_what_is_not_its_own()
    {
        var formatter = Formatters(Convention(typeof(ResultTable))).First();
        Assert.Equal(false, formatter.GetType().GetMethod("Format")!.Invoke(formatter, ["words", new StringWriter()]));
    }

    [Fact]
    public void The_test_holds_an_example_of_every_result_of_these_folders()
    {
        var examples = Values(People(60)).Select(value => value.GetType()).ToHashSet();
        string[] folders = ["Phm.Segmentation", "Phm.Measures", "Phm.Synthetic", "Phm.Findings"];
        Assert.Empty(Types().Where(type => folders.Contains(type.Namespace) && !examples.Contains(type)).Select(type => type.Name));
    }

    private static IEnumerable<Type> Types() => typeof(Result).Assembly.GetExportedTypes()
        .Where(type => !type.IsAbstract && (type.IsSubclassOf(typeof(Result)) || type.IsSubclassOf(typeof(Statement)) || type.IsSubclassOf(typeof(Chart)) || type == typeof(ResultTable) || type == typeof(ProgressBar)));

    private static object Convention(Type type) => type.GetCustomAttributes(inherit: true).Single(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");

    private static IEnumerable<object> Formatters(object convention)
    {
        var source = Activator.CreateInstance((Type)convention.GetType().GetProperty("FormatterSourceType")!.GetValue(convention)!)!;
        return (IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
    }

    private static IEnumerable<object> Values(Population population)
    {
        var grid = Schemes.KentGrid.Apply(population, s_year);
        return
        [
            grid, grid.DownTo(Level.Practice), grid.Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly), grid.In("Riverside"), grid.Reasons(), grid.ByService(), grid.By(Level.Place), grid.Detailed().Cells(Level.Locality),
            grid.By(Level.Locality, GridMeasure.SpendPerHead), grid.Table(GridMeasure.ShareOfSpend), grid.Movement(s_year.Next), Schemes.BridgesToHealth,
            population.Concentration(s_year), population.AgeAndSex(s_year), population.Conditions(s_year), population.Services(s_year), Calibration.Of(population, s_year), SyntheticParameters.KentAndMedway.ByStatus(),
            grid.Heatmap(GridMeasure.SpendPerHead), grid.Bars(GridMeasure.People), grid.SpendByService(), grid.Movement(s_year.Next).Heatmap(), population.Concentration(s_year).Curve(),
            population.AgeAndSex(s_year).Pyramid(population.AgeAndSex(s_year)), population.Conditions(s_year).Bars(), population.Services(s_year).Bars(),
            PublishedFindings.Pam13, PublishedFindings.Find("pam13.older.l4"), PublishedFindings.Pam13.Compare(population.Name, isSynthetic: true, new ReproducedFigure("pam13.items", 13)),
        ];
    }

    private static Population People(int count) => SmallPopulation.Of("id | birth | sex | practice | imd | conditions | activity\n" + string.Join('\n', Enumerable.Range(0, count).Select(i =>
        $"{Pseudonym}{i} | {1930 + i}-01-01 | {"FM"[i % 2]} | P{i % 4 + 1} | {i % 10 + 1} | {(i % 3 == 0 ? "diabetes; copd" : "")} | gp 2024-05-01 £{i}; emergency 2024-06-01 £{i * 100}; gp 2025-05-01 £{i}")));
}
