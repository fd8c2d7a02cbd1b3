using Phm.Notebook.Verification;

namespace Phm.Notebook.Tests.Verification;

public sealed class TextComparisonTests
{
    [Theory]
    [InlineData("1,490 people", "1,491 people", "»1,490« people", "»1,491« people")]
    [InlineData("16.3%", "16.4%", "»16.3«%", "»16.4«%")]
    [InlineData("£4,104,000 spent", "£4,104,001 spent", "£»4,104,000« spent", "£»4,104,001« spent")]
    [InlineData("x=-0.5,", "x=0.5,", "x=»-0.5«,", "x=»0.5«,")]
    [InlineData("p = 2.5e-7", "p = 2.5e-8", "p = »2.5e-7«", "p = »2.5e-8«")]
    [InlineData("[1, 2, 3]", "[1, 2, 4]", "[1, 2, »3«]", "[1, 2, »4«]")]
    [InlineData("a\u22125", "a\u22126", "a\u2212»5«", "a\u2212»6«")]
    [InlineData("(15.6%-17.1%)", "(15.6%-17.2%)", "(15.6%-»17.1«%)", "(15.6%-»17.2«%)")]
    [InlineData("see T2", "see T3", "see »T2«", "see »T3«")]
    [InlineData("version 1.2.3", "version 1.2.4", "version »1.2.3«", "version »1.2.4«")]
    [InlineData("on 2024-03-31", "on 2024-03-30", "on »2024-03-31«", "on »2024-03-30«")]
    [InlineData("year 2024/25", "year 2024/26", "year »2024/25«", "year »2024/26«")]
    [InlineData("ages 40-44", "ages 40-45", "ages »40-44«", "ages »40-45«")]
    [InlineData("one two three", "one 2 three", "one »two« three", "one »2« three")]
    [InlineData("one three", "one two three", "one»« three", "one »two« three")]
    [InlineData("all in vain", "all in", "all in »vain«", "all in»«")]
    [InlineData("mark » here 1", "mark » here 2", "mark › here »1«", "mark › here »2«")]
    [InlineData("tab\there 1", "tab\there 2", "tab here »1«", "tab here »2«")]
    [InlineData("\u001b[31m\u202e 1", "\u001b[31m\u202e 2", "\uFFFD[31m\uFFFD »1«", "\uFFFD[31m\uFFFD »2«")]
    public void What_differs_is_marked_in_its_context(string kept, string obtained, string keptExcerpt, string obtainedExcerpt)
    {
        var difference = Compared.Data("text/plain", kept, obtained).Difference();
        Assert.Equal((Verdict.Changed, keptExcerpt, obtainedExcerpt), (difference.Verdict, difference.Kept, difference.Obtained));
    }

    [Theory]
    [InlineData("a 0.1", "a 0.10000000001", "0.1 and 1/3: within the tolerance")]
    [InlineData("1,000", "1000", "the same value, written otherwise")]
    [InlineData("-0.0", "0.0", "the same value, written otherwise")]
    [InlineData("1e3", "1000", "the same value, written otherwise")]
    public void Numbers_as_good_as_the_same_are_within_tolerance_and_say_why(string kept, string obtained, string reason)
    {
        var difference = Compared.Data("text/plain", kept, obtained).Difference();
        Assert.Equal(Verdict.WithinTolerance, difference.Verdict);
        Assert.Contains(reason.Split(": ")[^1], difference.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NHS 9434765919", "NHS 9434765920")]
    [InlineData("001", "002")]
    [InlineData("2024-03-31", "2024-04-01")]
    [InlineData("1.10.3", "1.10.4")]
    [InlineData("#777777", "#777778")]
    [InlineData("T2", "T3")]
    [InlineData("NaN", "5")]
    [InlineData("1e999", "1e998")]
    public void Codes_dates_and_names_have_no_tolerance(string kept, string obtained) =>
        Assert.Equal(Verdict.Changed, Compared.Data("text/plain", kept, obtained, new Tolerance(1e-2)).Verdict);

    [Fact]
    public void The_tolerance_is_what_the_caller_says()
    {
        Assert.Equal(Verdict.WithinTolerance, Compared.Data("text/plain", "100", "101", new Tolerance(0.01)).Verdict);
        Assert.Equal(Verdict.Changed, Compared.Data("text/plain", "100", "102", new Tolerance(0.01)).Verdict);
        Assert.Equal(Verdict.WithinTolerance, Compared.Data("text/plain", "0", "1e-12", new Tolerance(0, 1e-9)).Verdict);
        Assert.Equal(Verdict.Changed, Compared.Data("text/plain", "0", "1e-12").Verdict);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tolerance(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tolerance(double.NaN));
    }

    [Theory]
    [InlineData(double.NaN, double.NaN, true)]
    [InlineData(double.NaN, 1, false)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, true)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity, false)]
    [InlineData(double.PositiveInfinity, double.MaxValue, false)]
    [InlineData(0, double.Epsilon, false)]
    [InlineData(1, 1.0000000005, true)]
    [InlineData(1, 1.000000005, false)]
    public void A_tolerance_says_what_it_takes_for_the_same(double kept, double obtained, bool accepted) =>
        Assert.Equal(accepted, Tolerance.Default.Accepts(kept, obtained));

    [Theory]
    [InlineData("a\nb\n", "a\r\nb")]
    [InlineData("a  \nb", "a\nb\n\n")]
    public void White_space_at_the_end_of_lines_does_not_count(string kept, string obtained) =>
        Assert.Equal(Verdict.Identical, Compared.Data("text/plain", kept, obtained).Verdict);

    [Fact]
    public void Layout_counts_only_where_nothing_else_differs()
    {
        Assert.Equal("Only white space differs.", Compared.Data("text/plain", "if x\n    y", "if x\n  y").Difference().Reason);
        var verdict = Compared.Data("text/plain", "Name   People\nAsthma    540", "Name  People\nAsthma 540.00000000001");
        Assert.Equal("WithinTolerance | line 2 | Asthma »540« | Asthma »540.00000000001«\n", verdict.Lines());
    }

    [Fact]
    public void Lines_that_come_or_go_do_not_change_the_others()
    {
        const string Table = "Asthma 540\nCancer 290\nDementia 65\nStroke 120";
        Assert.Equal("Changed | line 2 |  | »COPD 310«\n", Compared.Data("text/plain", Table, Table.Replace("Cancer", "COPD 310\nCancer", StringComparison.Ordinal)).Lines());
        Assert.Equal("Changed | line 3 | »Dementia 65« | \n", Compared.Data("text/plain", Table, Table.Replace("Dementia 65\n", "", StringComparison.Ordinal)).Lines());
    }

    [Fact]
    public void A_number_inserted_into_a_column_is_an_insertion() =>
        Assert.Equal("Changed | line 1 |  | »7«\n", Compared.Data("text/plain", "1\n2\n3\n4", "7\n1\n2\n3\n4").Lines());

    [Fact]
    public void Twenty_differences_are_listed_and_all_are_counted()
    {
        static string Numbers(double by) => string.Join('\n', Enumerable.Range(1, 5000).Select(n => FormattableString.Invariant($"n {n + by}")));
        var verdict = Compared.Data("text/plain", Numbers(0), Numbers(0.5));
        Assert.Equal((5000, 20), (verdict.DifferenceCount, verdict.Differences.Count));
        Assert.Equal("line 20", verdict.Differences[^1].Where);
        Assert.Equal("5,000 differences, the worst: changed; 20 are listed.", verdict.Reason);
    }

    [Fact]
    public void Changed_numbers_are_listed_before_tolerable_ones()
    {
        var kept = string.Join('\n', Enumerable.Repeat("n 1", 100)) + "\nlast 5";
        var obtained = string.Join('\n', Enumerable.Repeat("n 1.00000000001", 100)) + "\nlast 6";
        var verdict = Compared.Data("text/plain", kept, obtained);
        Assert.Equal("last »6«", verdict.Differences[^1].Obtained);
        Assert.Equal(20, verdict.Differences.Count);
    }

    [Fact]
    public void Excerpts_of_long_lines_stay_short_and_hold_the_place()
    {
        var line = string.Join(' ', Enumerable.Range(0, 5000).Select(n => $"word{n}"));
        var difference = Compared.Data("text/plain", $"{line} 7 {line}", $"{line} 8 {line}").Difference();
        Assert.Contains("»7«", difference.Kept, StringComparison.Ordinal);
        Assert.InRange(difference.Kept.Length, 60, 120);
        Assert.StartsWith("…", difference.Kept, StringComparison.Ordinal);
        Assert.EndsWith("…", difference.Kept, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_texts_with_many_changes_are_still_aligned()
    {
        var lines = Enumerable.Range(0, 20_000).Select(n => $"line {n} of {n * 7}").ToList();
        var other = lines.ToList();
        other.Insert(0, "first");
        other[10_000] = "changed here";
        other[^1] = "last";
        var verdict = Compared.Data("text/plain", string.Join('\n', lines), string.Join('\n', other));
        Assert.Equal(3, verdict.DifferenceCount);
    }

    [Fact]
    public void Huge_texts_are_compared_exactly_and_say_so()
    {
        var text = new string('x', 10_000_000);
        var difference = Compared.Data("text/plain", text + "1", text + "2").Difference();
        Assert.Contains("compared exactly", difference.Reason, StringComparison.Ordinal);
        Assert.EndsWith("x»1«", difference.Kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",111"), InlineData("1.1-"), InlineData("1e1e"), InlineData("-+"), InlineData("1,1,"), InlineData("a1.")]
    public void Long_runs_that_look_like_numbers_are_read_once(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 500_000));
        Assert.Equal(1, Compared.Data("text/plain", $"7{text}1", $"7{text}2").DifferenceCount);
    }

    [Theory]
    [InlineData("text/latex"), InlineData("application/javascript"), InlineData("application/x-unheard-of")]
    public void Other_text_is_compared_exactly(string mimeType)
    {
        var difference = Compared.Data(mimeType, "a\nx = 0.1", "a\nx = 0.10000000001").Difference();
        Assert.Equal((Verdict.Changed, "line 2"), (difference.Verdict, difference.Where));
    }
}
