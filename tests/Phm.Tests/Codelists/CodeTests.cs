using Phm.Codelists;

namespace Phm.Tests.Codelists;

public sealed class CodeTests
{
    /// <summary>The identifiers of examples in SNOMED International's technical guides.</summary>
    [Theory]
    [InlineData("22298006")]
    [InlineData("138875005")]
    [InlineData("44054006")]
    [InlineData("1121000119107")]
    [InlineData("999000000000000101", false)]
    [InlineData("22298007", false)]
    [InlineData("22289006", false)]
    [InlineData("2229800", false)]
    [InlineData("22298", false)]
    [InlineData("0022298006", false)]
    [InlineData("22298006 ", false)]
    [InlineData("-22298006", false)]
    [InlineData("٢٢٢٩٨٠٠٦", false)]
    [InlineData("", false)]
    public void An_identifier_of_SNOMED_CT_has_6_to_18_digits_and_a_check_digit(string text, bool valid = true)
    {
        Assert.Equal(valid, SnomedCode.TryParse(text, out var code));
        if (valid) Assert.Equal(text, code.ToString());
    }

    [Fact]
    public void An_identifier_of_a_description_is_not_one_of_a_concept()
    {
        Assert.True(Verhoeff.IsValid("37436014"));
        Assert.False(SnomedCode.TryParse("37436014", out _));
    }

    [Fact]
    public void Every_wrong_digit_and_every_exchange_of_neighbours_is_found()
    {
        foreach (var entry in ConditionCodelists.Snomed.Conditions.SelectMany(condition => ConditionCodelists.Snomed.ListOf(condition).Entries))
        {
            var digits = entry.Code.ToString().ToCharArray();
            for (var place = 0; place < digits.Length; place++)
            {
                var right = digits[place];
                for (var wrong = '0'; wrong <= '9'; wrong++)
                {
                    digits[place] = wrong;
                    Assert.Equal(wrong == right, Verhoeff.IsValid(digits));
                }
                digits[place] = right;
                if (place == 0 || digits[place] == digits[place - 1]) continue;
                (digits[place], digits[place - 1]) = (digits[place - 1], digits[place]);
                Assert.False(Verhoeff.IsValid(digits));
                (digits[place], digits[place - 1]) = (digits[place - 1], digits[place]);
            }
        }
    }

    [Theory]
    [InlineData("I50", "I50")]
    [InlineData("i50.0", "I500")]
    [InlineData("I10X", "I10")]
    [InlineData("I10.X", "I10")]
    [InlineData(" E11.9 ", "E119")]
    [InlineData("S72.001A", "S72001A")]
    [InlineData("M1A", "M1A")]
    [InlineData("E66.-", "E66")]
    public void A_code_of_ICD10_is_held_without_dot_in_upper_case(string text, string held)
    {
        Assert.True(Icd10Code.TryParse(text, out var code));
        Assert.Equal(held, code.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("I5")]
    [InlineData("150")]
    [InlineData("IX0")]
    [InlineData("I5.00")]
    [InlineData("I50.00000")]
    [InlineData("E10-E14")]
    public void Other_text_is_no_code_of_ICD10(string text) => Assert.False(Icd10Code.TryParse(text, out _));

    [Fact]
    public void A_code_lies_within_its_category_and_between_categories()
    {
        var code = Icd10Code.Parse("E11.2");
        Assert.Equal("E11", code.Category);
        Assert.Equal(Icd10Code.Parse("E11"), code.Broader);
        Assert.Null(Icd10Code.Parse("E11").Broader);
        Assert.True(code.IsWithin(Icd10Code.Parse("E11")));
        Assert.False(Icd10Code.Parse("E11").IsWithin(code));
        Assert.True(code.IsBetween(Icd10Code.Parse("E10"), Icd10Code.Parse("E14")));
        Assert.True(Icd10Code.Parse("E149").IsBetween(Icd10Code.Parse("E10"), Icd10Code.Parse("E14")));
        Assert.False(Icd10Code.Parse("E15").IsBetween(Icd10Code.Parse("E10"), Icd10Code.Parse("E14")));
        Assert.Throws<FormatException>(() => Icd10Code.Parse("x"));
        Assert.Throws<FormatException>(() => SnomedCode.Parse("1"));
    }

    [Fact]
    public void A_range_stands_for_all_of_its_categories()
    {
        Assert.True(Icd10Code.TryParseEntry("C08-C11", out var codes));
        Assert.Equal(["C08", "C09", "C10", "C11"], codes.Select(code => code.ToString()));
        foreach (var wrong in (string[])["C11-C08", "C08-D11", "C08.1-C11", "C1-C2-C3"]) Assert.False(Icd10Code.TryParseEntry(wrong, out _));
    }
}
