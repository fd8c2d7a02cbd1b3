using System.Reflection;
using Phm.CaseFinding;
using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;
using Phm.Tests.Disclosure;
using Phm.Tests.Ingest;

namespace Phm.Tests.CaseFinding;

/// <summary>A list of people shows itself as counts until a purpose is given and noted.</summary>
public sealed class CaseListTests : IDisposable
{
    private static readonly Period s_year = Period.FinancialYear(2024);

    private static readonly Population s_people = SmallPopulation.Of("""
        id        | birth      | sex | practice | conditions               | activity
        PSEUDO-01 | 1940-05-01 | F   | P1       | copd; diabetes           | gp 2024-05-01 £40; emergency 2024-06-01 £2000
        PSEUDO-02 | 1950-05-01 | M   | P1       | copd                     | gp 2024-05-01 £40
        PSEUDO-03 | 1960-05-01 | F   | P2       | copd                     |
        PSEUDO-04 | 1970-05-01 |     |          | asthma                   |
        PSEUDO-05 | 1980-05-01 | M   | P3       | copd 2000-01-01..2001-01-01 |
        """);

    private readonly TempFolder _folder = new();

    private static Purpose Service => Purpose.DirectCare("community respiratory service");

    private static Population Cohort => s_people.Where(s_year, p => p.Has(Condition.Copd), name: "people with COPD");

    private AuditLog Log => new(_folder.In("audit.jsonl"), FixedClock.Noon, "anna", "desk-7");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_list_shows_itself_as_counts_by_age_and_sex_and_says_what_it_would_tell()
    {
        var list = Cohort.CaseList(s_year, CaseColumn.Patient, CaseColumn.Age, CaseColumn.Spend);
        Expectation.Matches(list.ToString(), "CaseFinding/case-list.txt");
        Expectation.Matches(list.ToTable().ToHtml(), "CaseFinding/case-list.html");
    }

    [Fact]
    public void Nothing_that_prints_a_list_shows_a_person()
    {
        var list = Cohort.CaseList(s_year, [.. All]);
        object[] shapes = [list, new[] { list }, new { list }, (list, 1), new List<object> { list }];
        foreach (var text in shapes.Select(shape => $"{shape}").Concat([list.ToCsv(), list.ToTable().ToHtml()])) AssertShowsNobody(text);
        Assert.All(list.ToTable().Rows.SelectMany(row => row), cell => AssertShowsNobody(cell.Text ?? cell.Number.ToString()));
    }

    [Fact]
    public void No_public_member_of_a_list_gives_rows() =>
        Assert.Equal(["Columns", "MaxColumns", "Name", "Period"], typeof(CaseList).GetMembers().Where(member => member is PropertyInfo or FieldInfo && member.DeclaringType == typeof(CaseList)).Select(member => member.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Revealed_rows_stand_under_their_purpose_without_a_time()
    {
        var cases = Cohort.CaseList(s_year, CaseColumn.Patient, CaseColumn.Age, CaseColumn.Sex, CaseColumn.Practice, CaseColumn.Spend, CaseColumn.Has(Condition.Diabetes)).Reveal(Service, log: Log);
        Expectation.Matches(cases.ToString(), "CaseFinding/revealed-cases.txt");
        Expectation.Matches(cases.ToTable().ToHtml(), "CaseFinding/revealed-cases.html");
    }

    [Fact]
    public void What_is_revealed_is_noted_first()
    {
        Cohort.Where(s_year, p => p.Age > 60, name: "older people with COPD").CaseList(s_year, CaseColumn.Patient, CaseColumn.Age).Reveal(Service, log: Log);
        var entry = Assert.Single(Log.Check().Entries);
        Assert.Equal((AuditAction.Reveal, "older people with COPD, 2024/25", 3L), (entry.Action, entry.Population, entry.Rows));
        Assert.Equal("2024/25: p => p.Has(Condition.Copd); of them 2024/25: p => p.Age > 60", entry.Criterion);
        Assert.Equal(["Patient", "Age"], entry.Columns);
        Assert.Equal(("direct care", "community respiratory service", "anna", "desk-7"), (entry.Purpose, entry.Why, entry.User, entry.Machine));
        Assert.Null(entry.File);
    }

    [Fact]
    public void Where_the_log_cannot_be_written_nothing_is_revealed_and_no_file_written()
    {
        var broken = new AuditLog(_folder.Path, FixedClock.Noon, "anna", "desk-7");
        var list = Cohort.CaseList(s_year);
        AssertShowsNobody(Assert.Throws<DisclosureException>(() => list.Reveal(Service, log: broken)).ToString());
        AssertShowsNobody(Assert.Throws<DisclosureException>(() => list.Export(_folder.In("list.csv"), Service, broken)).ToString());
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void An_export_writes_everyone_and_is_noted_with_its_file()
    {
        Cohort.CaseList(s_year, CaseColumn.Patient, CaseColumn.Age, CaseColumn.Sex, CaseColumn.Spend).Export(_folder.In("list.csv"), Service, Log);
        Assert.Equal("Patient,Age,Sex,Spend\nPSEUDO-01,83,Female,2040\nPSEUDO-02,73,Male,40\nPSEUDO-03,63,Female,0\n", File.ReadAllText(_folder.In("list.csv")));
        var entry = Assert.Single(Log.Check().Entries);
        Assert.Equal((AuditAction.Export, _folder.In("list.csv"), 3L), (entry.Action, entry.File, entry.Rows));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.In("list.csv")));
    }

    [Fact]
    public void An_export_takes_the_place_of_an_older_file_whole_or_not_at_all()
    {
        _folder.With("list.csv", "older");
        var list = Cohort.CaseList(s_year, CaseColumn.Patient);
        list.Export(_folder.In("list.csv"), Service, Log);
        Assert.StartsWith("Patient\n", File.ReadAllText(_folder.In("list.csv")), StringComparison.Ordinal);
        Directory.CreateDirectory(_folder.In("folder.csv"));
        AssertShowsNobody(Assert.Throws<DataException>(() => list.Export(_folder.In("folder.csv"), Service, Log)).ToString());
        Assert.Throws<DataException>(() => list.Export(Path.Combine(_folder.Path, "nowhere", "list.csv"), Service, Log));
        Assert.Equal(["audit.jsonl", "list.csv"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"\nnow", "\"say \"\"x\"\"\nnow\"")]
    public void An_export_holds_no_formula_and_no_stray_separator(string words, string written)
    {
        Cohort.CaseList(s_year, CaseColumn.Words("Note", _ => words)).Export(_folder.In("list.csv"), Service, Log);
        Assert.Equal("Note\n" + string.Concat(Enumerable.Repeat(written + "\n", 3)), File.ReadAllText(_folder.In("list.csv")));
    }

    [Fact]
    public void A_rule_that_fails_says_nothing_of_whom_it_saw_and_nothing_is_noted()
    {
        var list = s_people.CaseList(s_year, CaseColumn.Words("Tier", p => throw new InvalidOperationException($"PSEUDO {p.Age} £2,040")));
        var error = Assert.Throws<DataException>(() => list.Reveal(Service, log: Log));
        Assert.Contains("column 'Tier'", error.Message, StringComparison.Ordinal);
        AssertShowsNobody(error.ToString());
        Assert.False(File.Exists(Log.Path));
    }

    [Fact]
    public void More_people_than_are_shown_are_told_and_the_log_has_the_number_that_was_shown()
    {
        var cases = Cohort.CaseList(s_year, CaseColumn.Patient).Reveal(Service, most: 2, log: Log);
        Assert.Equal(2, cases.ToTable().Rows.Count);
        Assert.Contains("The first 2 of 3 people", cases.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(Log.Check().Entries).Rows);
    }

    [Fact]
    public void Every_column_tells_what_it_says()
    {
        var row = s_people.Where(s_year, p => p.Age > 80).CaseList(s_year, [.. All]).Reveal(Service, log: Log).ToTable();
        Assert.Equal(["PSEUDO-01", "83", "Female", "[x]", "Elm Surgery", "[x]", "no", "Diabetes, COPD", "2", "0", "2", "£2,040", "Riverside", "1", "yes", "mine", "1.5"],
            Assert.Single(row.Rows).Select((cell, c) => cell.Print(row.Columns[c])));
    }

    [Fact]
    public void Columns_are_bounded_and_have_headings_of_their_own()
    {
        Assert.Throws<ArgumentException>(() => s_people.CaseList(s_year, CaseColumn.Age, CaseColumn.Age));
        Assert.Throws<ArgumentException>(() => s_people.CaseList(s_year, [.. Enumerable.Range(0, 51).Select(i => CaseColumn.Words($"c{i}", _ => ""))]));
        Assert.Throws<ArgumentException>(() => CaseColumn.Words(" ", _ => ""));
        Assert.Equal(["Patient", "Age", "Sex", "Practice", "Conditions"], s_people.CaseList(s_year).Columns);
    }

    [Fact]
    public void Hostile_names_and_words_stay_text()
    {
        var list = s_people.Where(s_year, _ => true, name: "<script>alert(1)</script>").CaseList(s_year, CaseColumn.Words("<b>", _ => "<img src=x onerror=1>"));
        Assert.DoesNotContain("<script", list.ToTable().ToHtml(), StringComparison.Ordinal);
        var html = list.Reveal(Purpose.Research("<i>approved</i> study"), log: Log).ToTable().ToHtml();
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", html, StringComparison.Ordinal);
    }

    private static IEnumerable<CaseColumn> All =>
    [
        CaseColumn.Patient, CaseColumn.Age, CaseColumn.Sex, CaseColumn.EthnicGroup, CaseColumn.Practice, CaseColumn.DeprivationDecile, CaseColumn.CareHome,
        CaseColumn.Conditions, CaseColumn.LongTermConditions, CaseColumn.Deficits, CaseColumn.Contacts, CaseColumn.Spend, CaseColumn.Unit(Level.Locality),
        CaseColumn.Uses(PointOfDelivery.EmergencyAdmission), CaseColumn.Has(Condition.Diabetes), CaseColumn.Words("Own", _ => "mine"), CaseColumn.Number("Number", _ => 1.5, ColumnFormat.Decimal1),
    ];

    private static void AssertShowsNobody(string text)
    {
        Assert.DoesNotContain("PSEUDO", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2,040", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Elm Surgery", text, StringComparison.Ordinal);
    }
}
