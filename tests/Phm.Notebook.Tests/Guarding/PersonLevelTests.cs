using System.Globalization;
using Phm.Notebook.Guarding;

namespace Phm.Notebook.Tests.Guarding;

/// <summary>What looks like people without any data to compare with: NHS numbers, postcodes, tables with one row a person.</summary>
public sealed class PersonLevelTests
{
    [Theory]
    [InlineData("943 476 5919")]
    [InlineData("943-476-5919")]
    [InlineData("9434765919")]
    [InlineData("NHS no: 9434765919.")]
    [InlineData("(9434765919)")]
    [InlineData("x,9434765919,y")]
    [InlineData("943\u00a0476\u00a05919")]
    [InlineData("0101507011")]
    public void An_NHS_number_is_found(string text)
    {
        Assert.Equal([LeakKind.NhsNumber], Kept.Kinds(Kept.Stream(text)));
        Assert.Equal([LeakKind.NhsNumber], Kept.Kinds(Kept.Html($"<p>{text}</p>")));
        Assert.Equal([LeakKind.NhsNumber], Kept.Kinds(Kept.Prose(text)));
        Assert.DoesNotContain(LeakScan.Find(Kept.Stream(text), []), leak => leak.Message.Contains("5919", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("9434765918")]
    [InlineData("943 476 5918")]
    [InlineData("0.9434765919")]
    [InlineData("9434765919.5")]
    [InlineData("£9434765919")]
    [InlineData("19434765919")]
    [InlineData("A9434765919")]
    [InlineData("12 943 476 5919")]
    [InlineData("943 476 5919 12")]
    [InlineData("943-476-5919-1")]
    [InlineData("943 476-5919")]
    [InlineData("10.1016/9434765919")]
    [InlineData("ISBN 9434765919")]
    [InlineData("4444444444")]
    [InlineData("1700000003")]
    public void Other_numbers_are_none(string text) => Assert.Empty(Kept.Kinds(Kept.Stream(text)));

    [Fact]
    public void Only_ten_digits_with_the_right_check_digit_are_an_NHS_number()
    {
        var random = new Random(5);
        for (var i = 0; i < 2_000; i++)
        {
            var nine = random.Next(300_000_001, 999_999_999).ToString(CultureInfo.InvariantCulture);
            var check = 11 - nine.Select((c, at) => (c - '0') * (10 - at)).Sum() % 11;
            Assert.Equal(check != 10 ? 1 : 0, Enumerable.Range(0, 10).Count(digit => NhsNumber.IsValid(nine + digit)));
            if (check != 10) Assert.True(NhsNumber.IsValid(nine + check % 11));
        }
    }

    [Fact]
    public void An_NHS_number_in_JSON_is_found_and_a_sum_of_money_is_not()
    {
        Assert.Equal([LeakKind.NhsNumber], Kept.Kinds(Kept.Json("""{"a":[9434765919]}""")));
        Assert.Empty(Kept.Kinds(Kept.Json("""{"a":[4000003000, 9434765919.0, 0.9434765919]}""")));
    }

    [Theory]
    [InlineData("patient_id,age\na1,50\na2,60\n")]
    [InlineData("Patient\tAge\nAnna\t50\nBert\t60\n")]
    [InlineData("NHS number;visits\nx1;2\nx2;2\n")]
    [InlineData("name,date of birth\nAnna,1950-01-01\nBert,1960-01-01\n")]
    [InlineData("patient_id\na1\na2\n")]
    [InlineData("dob,ward\n1950-01-01,1\n1960-01-01,2\n")]
    [InlineData("Forename,Surname\nAnna,Schmidt\nBert,Brown\n")]
    [InlineData("name,postcode\nAnna,CT1\nBert,CT2\n")]
    [InlineData("List of 3 people\n\npseudonym  visits\n---------  ------\na1              3\na2\n")]
    [InlineData("┌────┬───┐\n│ mrn │ n │\n├────┼───┤\n│ a1 │ 3 │\n│ a2 │ 4 │\n└────┴───┘")]
    [InlineData("person_id,visit\n1a,x\n1a,y\n2b,x\n2b,y\n2b,z\n")]
    public void A_table_with_one_row_a_person_is_told_by_its_headings(string text)
    {
        Assert.Equal([LeakKind.PersonLevelTable], Kept.Kinds(Kept.Stream(text)));
        Assert.Equal([LeakKind.PersonLevelTable], Kept.Kinds(Kept.Data("text/plain", text)));
        Assert.Equal([LeakKind.PersonLevelTable], Kept.Kinds(Kept.Html($"<pre>{text}</pre>")));
    }

    [Theory]
    [InlineData("patient_id,age\na1,50\n")]
    [InlineData("patients,age\n12,50\n30,60\n")]
    [InlineData("Because the person,People\nhas dementia,10\nhas cancer,20\n")]
    [InlineData("practice_code,name,postcode\nP1,Old Mill,CT1 1AA\nP2,Elm,CT1 1AB\n")]
    [InlineData("table,patient_id,birth_date\npatients,100.0%,98.0%\nactivity,99.0%,97.0%\n")]
    [InlineData("age,sex,count\n50,F,3\n60,M,3\n")]
    [InlineData("name,value\nmean,3\nmedian,4\n")]
    [InlineData("## Patient\nThe patient is seen\nby the team of 2\n")]
    [InlineData("patient_id,n\n[c],1\n[c],2\n")]
    public void Tables_of_counts_and_of_places_are_none(string text) => Assert.Empty(Kept.Kinds(Kept.Stream(text)));

    [Fact]
    public void Tables_of_people_are_found_in_HTML_markdown_and_JSON()
    {
        Assert.Equal([LeakKind.PersonLevelTable], Kept.Kinds(Kept.Html("<table><tr><th>#</th><th>PatientId</th></tr><tr><th>0</th><td>a</td></tr><tr><th>1</th><td>b</td></tr></table>")));
        Assert.Equal([LeakKind.PersonLevelTable], Kept.Kinds(Kept.Prose("| Patient | Age |\n|---|---|\n| Anna | 50 |\n| Bert | 60 |\n")));
        Assert.Equal([LeakKind.PersonLevelTable], Kept.Kinds(Kept.Json("""[{"nhsNumber":"a","n":1},{"nhsNumber":"b","n":1}]""")));
        Assert.Equal([LeakKind.PersonLevelTable], Kept.Kinds(Kept.Data("application/vnd.dataresource+json", "{\"schema\":{\"fields\":[{\"name\":\"mrn\"}]},\"data\":[[\"a\"],[\"b\"]]}")));
    }

    [Fact]
    public void Rows_that_say_themselves_that_they_are_people_are_believed()
    {
        const string Text = "Age\n---\n 50\n 60\n\nRows about people, for this purpose alone. Clear this output.";
        Assert.Equal([LeakKind.PersonLevelTable], Kept.Kinds(Kept.Stream(Text)));
        Assert.Equal([LeakKind.PersonLevelTable], Kept.Kinds(Kept.Html($"<p>{Text}</p>")));
    }

    [Fact]
    public void Full_postcodes_count_in_tables_of_people_alone()
    {
        Assert.Equal([LeakKind.Postcode, LeakKind.PersonLevelTable], Kept.Kinds(Kept.Stream("patient_id,home\na1,CT1 1AA\na2,ME14 4QX\n")));
        Assert.Equal([LeakKind.PersonLevelTable], Kept.Kinds(Kept.Stream("patient_id,home\na1,CT1\na2,ME14\n")));
        Assert.Empty(Kept.Kinds(Kept.Stream("site,home\na1,CT1 1AA\na2,ME14 4QX\n")));
    }

    [Theory]
    [InlineData("SW1A 1AA", true)]
    [InlineData("m11ae", true)]
    [InlineData("EC1A1BB", true)]
    [InlineData("GIR 0AA", false)]
    [InlineData("CT1 1CA", false)]
    [InlineData("CT11", false)]
    [InlineData("1CT 1AA", false)]
    [InlineData("", false)]
    public void Postcodes_have_their_form(string text, bool isPostcode) => Assert.Equal(isPostcode, Postcode.Is(text));

    [Fact]
    public void A_reviewed_cell_keeps_what_looks_like_people_but_no_identifier_of_a_patient()
    {
        var document = Kept.Stream("patient_id,home\na1,CT1 1AA\nS000123,9434765919\n");
        Assert.Equal(4, Kept.Kinds(document, "S000123").Length);
        Assert.Equal([LeakKind.PatientIdentifier], Kept.Kinds(Kept.Reviewed(document, """{"reviewed":"invented for the exercise"}"""), "S000123"));
    }

    [Theory]
    [InlineData("""{"reviewed":""}""", "phm-reviewed")]
    [InlineData("""{"reviewed":"  . "}""", "phm-reviewed")]
    [InlineData("""{"reviewed":true}""", "phm-reviewed")]
    [InlineData("""{"reviewed":["reason"]}""", "phm-reviewed")]
    [InlineData("""{}""", "phm-reviewed")]
    [InlineData(""" "reviewed" """, "phm-reviewed")]
    [InlineData("""{"reviewed":"invented for the exercise"}""", "reviewed")]
    public void A_review_without_a_reason_or_a_tag_counts_for_nothing(string phm, string tag) =>
        Assert.Equal([LeakKind.NhsNumber], Kept.Kinds(Kept.Reviewed(Kept.Stream("9434765919"), phm, tag)));
}
