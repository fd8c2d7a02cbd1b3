using Phm.Codelists;
using Phm.Populations;
using Phm.Tests.Ingest;

namespace Phm.Tests.Codelists;

public sealed class ConditionCodelistTests
{
    [Theory]
    [InlineData("44054006", Condition.Diabetes)]
    [InlineData("59621000", Condition.Hypertension)]
    [InlineData("38341003", Condition.Hypertension)]
    [InlineData("15777000", Condition.NonDiabeticHyperglycaemia)]
    [InlineData("53741008", Condition.CoronaryHeartDisease)]
    [InlineData("88805009", Condition.HeartFailure)]
    [InlineData("49436004", Condition.AtrialFibrillation)]
    [InlineData("26929004", Condition.Dementia)]
    [InlineData("195967001", Condition.Asthma)]
    [InlineData("13645005", Condition.Copd)]
    [InlineData("230690007", Condition.Stroke)]
    [InlineData("72892002", Condition.Pregnancy)]
    public void Concepts_of_SNOMED_CT_stand_for_conditions(string code, Condition condition) =>
        Assert.Equal(ConditionSet.Of(condition), ConditionCodelists.Snomed.Of(SnomedCode.Parse(code)));

    [Theory]
    [InlineData("73595000")]
    [InlineData("431855005")]
    [InlineData("271737000")]
    public void Stress_early_kidney_disease_and_anaemia_stand_for_none(string code) =>
        Assert.Equal(0, ConditionCodelists.Snomed.Of(SnomedCode.Parse(code)).Count);

    [Theory]
    [InlineData("I50.0", Condition.HeartFailure)]
    [InlineData("E119", Condition.Diabetes)]
    [InlineData("I10X", Condition.Hypertension)]
    [InlineData("C509", Condition.Cancer)]
    [InlineData("F00.1", Condition.Dementia)]
    [InlineData("N183", Condition.ChronicKidneyDisease)]
    [InlineData("J44.9", Condition.Copd)]
    public void Codes_of_ICD10_stand_for_the_condition_of_their_category(string code, Condition condition) =>
        Assert.Equal(ConditionSet.Of(condition), ConditionCodelists.Icd10.Of(Icd10Code.Parse(code)));

    [Theory]
    [InlineData("C44.9")]
    [InlineData("N18.1")]
    [InlineData("J40")]
    [InlineData("Z00")]
    public void Skin_cancer_other_than_melanoma_and_early_kidney_disease_stand_for_none(string code) =>
        Assert.Equal(0, ConditionCodelists.Icd10.Of(Icd10Code.Parse(code)).Count);

    [Fact]
    public void One_code_may_stand_for_several_conditions()
    {
        Assert.Equal(ConditionSet.Of(Condition.AlcoholProblems, Condition.ChronicLiverDisease), ConditionCodelists.Icd10.Of(Icd10Code.Parse("K70.3")));
        Assert.Equal(ConditionSet.Of(Condition.Hypertension, Condition.HeartFailure), ConditionCodelists.Icd10.Of(Icd10Code.Parse("I11.0")));
        Assert.Equal(ConditionSet.Of(Condition.Diabetes, Condition.VisualImpairment), ConditionCodelists.Snomed.Of(SnomedCode.Parse("60951000119105")));
    }

    [Fact]
    public void Every_code_that_ships_says_what_it_means_and_where_it_was_seen()
    {
        Assert.All(ConditionCodelists.Snomed.Conditions, condition => Assert.All(ConditionCodelists.Snomed.ListOf(condition).Entries, HasSource));
        Assert.All(ConditionCodelists.Icd10.Conditions, condition => Assert.All(ConditionCodelists.Icd10.ListOf(condition).Entries, HasSource));
        Assert.Equal([Condition.Constipation], Vocabulary<Condition>.All.Except(ConditionCodelists.Snomed.Conditions));

        static void HasSource<T>(CodelistEntry<T> entry) where T : struct, IClinicalCode<T>
        {
            Assert.NotEmpty(entry.Term);
            Assert.NotEmpty(entry.Source);
        }
    }

    [Fact]
    public void A_codelist_contains_its_codes_and_in_ICD10_their_subdivisions()
    {
        var list = ConditionCodelists.Icd10.ListOf(Condition.HeartFailure);
        Assert.Equal("Heart failure", list.Name);
        Assert.True(list.Contains(Icd10Code.Parse("I50")));
        Assert.True(list.Contains(Icd10Code.Parse("I50.9")));
        Assert.False(list.Contains(Icd10Code.Parse("I51")));
        Assert.False(list.Contains(Icd10Code.Parse("I11")));
        Assert.True(list.Contains(Icd10Code.Parse("I11.0")));
        Assert.Empty(ConditionCodelists.Snomed.ListOf(Condition.Constipation).Codes);
        Assert.True(ConditionCodelists.Snomed.ListOf(Condition.Diabetes).Contains(SnomedCode.Parse("44054006")));
    }

    [Fact]
    public void A_list_of_the_user_has_the_name_of_its_file_and_a_version_that_changes_with_it()
    {
        using var folder = new TempFolder().With("mine.csv", "term,condition,code\nangina,chd,I20\nrange,diabetes,E10-E11\n").With("other.csv", "code,condition\nI20,chd\n");
        var mine = ConditionCodelists.Load<Icd10Code>(folder.In("mine.csv"));
        Assert.Equal(("mine", 3), (mine.Name, mine.Count));
        Assert.Matches("^[0-9a-f]{12}$", mine.Version);
        Assert.Equal(mine.Version, ConditionCodelists.Load<Icd10Code>(folder.In("mine.csv")).Version);
        Assert.NotEqual(mine.Version, ConditionCodelists.Load<Icd10Code>(folder.In("other.csv")).Version);
        Assert.Equal("angina", mine.ListOf(Condition.CoronaryHeartDisease).Entries.Single().Term);
    }

    [Theory]
    [InlineData("code,condition\n44054007,diabetes\n", "mine.csv, line 2, column code: found text that is not a code of SNOMED CT")]
    [InlineData("code,condition\n44054006,sugar\n", "mine.csv, line 2, column condition")]
    [InlineData("code,term\n44054006,sugar\n", "mine.csv, line 1: found a header without condition")]
    [InlineData("code,condition\n", "a codelist without codes")]
    [InlineData("code,condition\n4.41E+07,diabetes\n4.41E+07,diabetes\n", "2 problems in 'mine.csv'; nothing of it was used")]
    public void A_malformed_list_is_refused_with_the_place(string text, string expected)
    {
        using var folder = new TempFolder().With("mine.csv", text);
        Assert.Contains(expected, Assert.Throws<DataException>(() => ConditionCodelists.Load<SnomedCode>(folder.In("mine.csv"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_is_not_there_is_told() =>
        Assert.Contains("is not a file", Assert.Throws<DataException>(() => ConditionCodelists.Load<SnomedCode>("nowhere.csv")).Message, StringComparison.Ordinal);
}
