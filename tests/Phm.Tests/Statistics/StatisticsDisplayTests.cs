using Phm.Presentation;
using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>What a reader sees of every result of statistics: words and tables, to the byte, and never the name of a type.</summary>
public sealed class StatisticsDisplayTests
{
    private const string Hostile = "=HYPERLINK(\"x\")<script>alert('1')</script> & \u001b[31mred\u202Egnirts\nsecond";

    public static TheoryData<string> Tables => [.. StatisticsSamples.Tables.Keys];

    [Theory, MemberData(nameof(Tables))]
    public void A_result_is_a_text_table_as_expected(string name) => Expectation.Matches(StatisticsSamples.Tables[name].ToString(), $"Statistics/{name}.txt");

    [Fact]
    public void A_regression_is_an_HTML_table_as_expected() => Expectation.Matches(StatisticsSamples.Tables["count-model"].ToTable().ToHtml(), "Statistics/count-model.html");

    [Fact]
    public void A_regression_is_CSV_with_every_term_and_unrounded_numbers()
    {
        var lines = StatisticsSamples.Tables["count-model"].ToCsv().Split('\n');
        Assert.Equal("Term,Level,Rate ratio,95% low,95% high,p", lines[0]);
        Assert.Equal(3, lines.Count(line => line.StartsWith("Lrn,", StringComparison.Ordinal)) + lines.Count(line => line.StartsWith("Sex,", StringComparison.Ordinal)) - 1);
        Assert.Contains(lines, line => line.StartsWith("Sex,F,1 (reference),", StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_is_said_in_one_line_reads_well() =>
        Expectation.Matches(string.Join('\n', StatisticsSamples.Statements.Select(statement => statement.ToString())) + "\n", "Statistics/statements.txt");

    [Fact]
    public void Nothing_public_shows_itself_by_the_name_of_its_type()
    {
        var own = typeof(Rate).Assembly.GetExportedTypes().Where(type => type.Namespace == "Phm.Statistics" && !type.IsEnum && !(type.IsAbstract && type.IsSealed)
            && !type.IsGenericTypeDefinition && type != typeof(RowColumns<>));
        foreach (var type in own)
        {
            var writes = type.GetMethod("ToString", Type.EmptyTypes)!;
            Assert.True(type.IsSubclassOf(typeof(Result)) || type.IsSubclassOf(typeof(Statement)) || !writes.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), false), type.Name);
        }
    }

    [Fact]
    public void The_samples_hold_every_kind_of_result()
    {
        var shown = StatisticsSamples.Tables.Values.Cast<object>().Concat(StatisticsSamples.Statements).Select(value => value.GetType()).ToHashSet();
        var kinds = typeof(Rate).Assembly.GetExportedTypes().Where(type => type.Namespace == "Phm.Statistics" && !type.IsAbstract && (type.IsSubclassOf(typeof(Result)) || type.IsSubclassOf(typeof(Statement))));
        Assert.Empty(kinds.Except(shown).Select(type => type.Name));
    }

    [Fact]
    public void Hostile_names_of_columns_and_levels_run_nowhere()
    {
        var random = new Random(5);
        var table = new AnalysisTable().Number("Y", [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble())])
            .Factor(Hostile, [.. Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? "<b>" + Hostile : "=1+1")]);
        var fit = Model.Linear("Y").On(Hostile).Fit(table);
        foreach (var result in (Result[])[fit, table, fit.Covariance])
        {
            Assert.DoesNotContain(result.ToCsv(), letter => char.IsControl(letter) && letter != '\n');
            Assert.DoesNotContain('\u202e', result.ToCsv());
            Assert.Equal(result.ToTable().Rows.Count + 1, result.ToCsv().Count(letter => letter == '\n'));
            var html = result.ToTable().ToHtml();
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
            Assert.DoesNotContain(result.ToString(), letter => char.IsControl(letter) && letter != '\n');
            Assert.DoesNotContain('\u202e', result.ToString() + html);
            Assert.All(result.ToCsv().Split('\n').Skip(1), line => Assert.False(line.StartsWith('=') || line.Contains(",=", StringComparison.Ordinal), line));
        }
        Assert.DoesNotContain(fit[$"{Hostile}: =1+1"].ToString(), char.IsControl);
        var said = Html(fit[$"{Hostile}: =1+1"]);
        Assert.StartsWith("<span style=", said, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", said, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_column_called_like_the_intercept_is_refused()
    {
        var random = new Random(14);
        var table = new AnalysisTable().Number("Y", [.. Enumerable.Range(0, 40).Select(i => (double)(i % 3))]).Number("Intercept", [.. Enumerable.Range(0, 40).Select(_ => random.NextDouble())]);
        Assert.Contains("give the column another name", Assert.Throws<DataException>(() => Model.Count("Y").On("Intercept").Fit(table)).Message, StringComparison.Ordinal);
        Assert.Throws<DataException>(() => Model.Linear("Y").On("Intercept").WithoutIntercept().Fit(table));
    }

    [Fact]
    public void Terms_that_are_cut_to_the_same_words_keep_their_headings()
    {
        var (start, random) = (new string('w', 80), new Random(15));
        var table = new AnalysisTable().Number("Y", [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble())])
            .Factor(start + "1", [.. Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? "a" : "b")]).Factor(start + "2", [.. Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? "a" : "b")]);
        var shown = Model.Linear("Y").On(start + "1", start + "2").Fit(table).ToTable();
        Assert.Equal(["Intercept", start[..60] + "…", "", start[..60] + "…", ""], Enumerable.Range(0, 5).Select(row => shown.Print(row)[0]));
        Assert.Contains(start + "2,b,", shown.ToCsv(), StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_names_are_cut_and_the_cut_is_said()
    {
        var (endless, random) = (new string('W', 5_000), new Random(6));
        var table = new AnalysisTable().Number("Y", [.. Enumerable.Range(0, 40).Select(_ => random.NextDouble())]).Number(endless, [.. Enumerable.Range(0, 40).Select(i => (double)i)]);
        var text = Model.Linear("Y").On(endless).Fit(table).ToString();
        Assert.True(text.Length < 3_000);
        Assert.Contains("Long names are cut.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_that_is_infinite_is_said_and_one_that_is_none_is_not_available()
    {
        Assert.Equal("-∞ to 1.20 (95% interval)", new ConfidenceInterval(double.NegativeInfinity, 1.2, 0.95).ToString());
        Assert.Equal("Age: 0.500 (95% interval n/a to n/a), p=n/a", new Coefficient("Age", "Age", 0.5, double.NaN, double.PositiveInfinity).ToString());
    }

    [Fact]
    public void A_single_group_of_few_events_takes_another_with_it_so_that_it_cannot_be_worked_out()
    {
        var none = new Coefficient("a", "a", 0, 1, double.PositiveInfinity);
        var table = new Calibration(400, 83, 80, none, none, [new(100, 3, 0.03), new(100, 20, 0.2), new(100, 25, 0.25), new(100, 35, 0.35)]).ToTable();
        Assert.Equal([true, true, false, false], table.Rows.Select(row => row[3].Number.IsSuppressed));
        Assert.Equal([true, true, false, false], table.Rows.Select(row => row[5].Number.IsSuppressed));
    }

    [Fact]
    public void A_table_names_no_level_that_few_rows_have()
    {
        var table = new AnalysisTable().Factor("Person", [.. Enumerable.Range(0, 40).Select(i => $"PSEUDONYM-{i / 2}")]).Factor("Sex", [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? "F" : "M")]);
        Assert.DoesNotContain("PSEUDONYM", table.ToString() + table.ToCsv() + table.ToTable().ToHtml(), StringComparison.Ordinal);
        Assert.Contains("2, reference F", table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_that_few_rows_have_shows_no_coefficient_in_any_model_or_form()
    {
        var table = Costs(rare: 1);
        var fit = Model.Linear("Cost").On("Disease").Fit(table);
        var row = fit.ToTable().Rows.Single(cells => cells[1].Text == "Rare");
        Assert.Equal(48_211.5, fit["Intercept"].Estimate + fit["Disease: Rare"].Estimate, 6);
        Assert.All(row.Skip(2), cell => Assert.True(cell.Number.IsSuppressed));
        Assert.True(fit.ToTable().Rows.Single(cells => cells[1].Text == "B")[2].Number.IsShown);
        Assert.Equal("Disease: Rare: [c] (few people)", fit["Disease: Rare"].ToString());
        Assert.Equal("Disease: Rare v B: [c] (few people)", fit.Contrast("Disease", "Rare", "B").ToString());
        Assert.Equal("Disease: Rare v A: [c] (few people)", fit.MarginalEffects(table, "Disease")[1].ToString());
        Assert.DoesNotContain(fit["Disease: Rare"].Estimate.ToString("0.", System.Globalization.CultureInfo.InvariantCulture), fit + fit.ToCsv(), StringComparison.Ordinal);
        var plot = Phm.Charting.RegressionCharts.ForestPlot(fit);
        Assert.True(plot.Rows.Single(line => line.Label == "Rare").Estimates[0].Value.IsSuppressed);
        Assert.Contains("Rare: [c].", plot.Description, StringComparison.Ordinal);
        var ratios = Model.Amount("Cost").On("Disease").Fit(table).MeanRatios();
        Assert.All(ratios.ToTable().Rows.Single(cells => cells[1].Text == "Rare").Skip(2), cell => Assert.True(cell.Number.IsSuppressed));
        Assert.Equal("Disease: Rare: [c] (few people)", ratios["Disease: Rare"].ToString());
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void What_is_compared_with_a_rare_reference_is_withheld_with_the_intercept(int rare, bool withheld)
    {
        var fit = Model.Linear("Cost").On(Term.Factor("Disease", "Rare")).Fit(Costs(rare));
        Assert.All(fit.ToTable().Rows.Where(row => row[1].Text != "Rare"), row => Assert.Equal(withheld, row[2].Number.IsSuppressed));
        var number = Model.Linear("Cost").On("IsRare", "Age").Fit(Costs(rare));
        Assert.Equal([false, withheld, false], number.ToTable().Rows.Select(row => row[2].Number.IsSuppressed));
    }

    [Fact]
    public void Of_an_interaction_every_coefficient_about_a_rare_cell_is_withheld()
    {
        string[] a = [.. Enumerable.Range(0, 90).Select(i => i < 40 ? "a0" : "a1")], b = [.. Enumerable.Range(0, 90).Select(i => i < 20 || i is >= 40 and < 43 ? "b0" : "b1")];
        var random = new Random(12);
        var table = new AnalysisTable().Number("Y", [.. a.Select(_ => random.NextDouble())]).Factor("A", a).Factor("B", b);
        var plain = Model.Linear("Y").On("A", "B").Fit(table);
        Assert.DoesNotContain(plain.Coefficients, coefficient => coefficient.IsWithheld);
        var crossed = Model.Linear("Y").On("A", "B", Term.Interaction("A", "B")).Fit(table);
        Assert.Equal(["A: a1", "A: a1 × B: b1"], crossed.Coefficients.Where(coefficient => coefficient.IsWithheld).Select(coefficient => coefficient.Name));
    }

    [Fact]
    public void A_single_person_is_not_told_by_the_singular_nor_by_their_survival()
    {
        var table = new AnalysisTable().Number("T", [.. Enumerable.Range(0, 60).Select(i => i == 0 ? 137.25 : 10.0 + i)]).Number("D", [.. Enumerable.Range(0, 60).Select(_ => 1.0)])
            .Factor("G", [.. Enumerable.Range(0, 60).Select(i => i == 0 ? "Rare" : "Usual")]);
        var curves = Model.Survival("T", "D").Curves(table, "G");
        Assert.Contains("Rare: [c] people, [c] events, median [c].", curves.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("137", curves.ToString(), StringComparison.Ordinal);
        Assert.Equal("50.0% [c]", curves[0].Median().ToString());
        Assert.Equal("At 100: [c] survive, [c] at risk", curves[0].At(100).ToString());
        Assert.Equal("[c] rows used, 0 left out", new RowUse(1, 1, []).ToString());
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(295, true)]
    [InlineData(40, false)]
    public void Calibration_says_nothing_by_which_few_events_can_be_worked_out(int events, bool withheld)
    {
        var random = new Random(13);
        double[] risk = [.. Enumerable.Range(0, 300).Select(_ => 0.1 + 0.5 * random.NextDouble())];
        var table = new AnalysisTable().Number("risk", risk).Number("y", [.. Enumerable.Range(0, 300).Select(i => i < events ? 1.0 : 0)]);
        var calibration = Calibration.Of(table, "risk", "y");
        Assert.Equal(withheld, calibration.ToString().Contains("observed to expected [c]", StringComparison.Ordinal));
        Assert.Equal(withheld, calibration.ToString().Contains("Intercept [c] · slope [c]", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(withheld, Phm.Charting.AssessmentCharts.Chart(calibration).Subtitle == "Slope [c], observed to expected [c]");
        Assert.Equal(withheld, calibration.Slope.ToString().EndsWith("[c] (few people)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_decision_curve_shows_a_threshold_only_where_no_few_are_told_apart()
    {
        double[] risk = [.. Enumerable.Range(0, 200).Select(i => i < 100 ? 0.1 : i < 150 ? 0.3 : 0.6)];
        DecisionCurve Curve(int low, int middle, int high) => DecisionCurve.Of(new AnalysisTable().Number("risk", risk)
            .Number("y", [.. Enumerable.Range(0, 200).Select(i => i < low || i is >= 100 and < 150 && i - 100 < middle || i >= 150 && i - 150 < high ? 1.0 : 0)]), "risk", "y", 0.2, 0.5);
        Assert.Equal([false, false], Suppressed(Curve(10, 15, 25)));
        Assert.Equal([true, false], Suppressed(Curve(3, 15, 25)));
        Assert.Equal([false, true], Suppressed(Curve(10, 15, 47)));
        Assert.DoesNotContain(Curve(10, 15, 25).ToTable().Rows, row => row[3].Number.IsSuppressed);
        Assert.All(Curve(0, 0, 4).ToTable().Rows, row => Assert.True(row[3].Number.IsSuppressed));
        Assert.All(Phm.Charting.AssessmentCharts.Chart(Curve(0, 0, 4)).Series[1].Values, value => Assert.True(value.IsSuppressed));

        static IEnumerable<bool> Suppressed(DecisionCurve curve) => curve.ToTable().Rows.Select(row => row[2].Number.IsSuppressed);
    }

    [Fact]
    public void Survival_is_withheld_while_few_have_had_the_event_and_after_few_were_at_risk()
    {
        // 38 have an event, one a day; two are watched to the end.
        var table = new AnalysisTable().Number("T", [.. Enumerable.Range(0, 40).Select(i => i < 38 ? i + 1.0 : 50 + 2 * i)]).Number("D", [.. Enumerable.Range(0, 40).Select(i => i < 38 ? 1.0 : 0)]);
        var curve = Model.Survival("T", "D").Curve(table);
        Assert.Equal([false, true, true, false], new[] { 0.0, 1, 7, 8 }.Select(time => curve.Shown(curve.At(time), 1).IsSuppressed));
        Assert.True(curve.ShownAtRisk(curve.At(1_000)).IsSuppressed);
        var other = new AnalysisTable().Number("T", [.. Enumerable.Range(0, 40).Select(_ => 5.0)]).Number("D", [.. Enumerable.Range(0, 40).Select(_ => 0.0)]);
        Assert.True(Model.Survival("T", "D").Curve(other) is var whole && whole.ShownAtRisk(whole.At(6)) is { IsShown: true, Value: 0 });
    }

    private static AnalysisTable Costs(int rare)
    {
        var random = new Random(11);
        return new AnalysisTable().Number("Cost", [.. Enumerable.Range(0, 200).Select(i => i == 0 ? 48_211.5 : 500 + 1_000 * random.NextDouble())])
            .Factor("Disease", [.. Enumerable.Range(0, 200).Select(i => i < rare ? "Rare" : i % 2 == 0 ? "A" : "B")])
            .Number("IsRare", [.. Enumerable.Range(0, 200).Select(i => i < rare ? 1.0 : 0)]).Number("Age", [.. Enumerable.Range(0, 200).Select(_ => (double)random.Next(20, 90))]);
    }

    [Fact]
    public void A_dispersion_that_is_not_there_is_not_given_an_interval() =>
        Assert.Equal("1.20E-9 (not told from 0)", new Overdispersion(1.2e-9, 90).ToString());

    [Fact]
    public void Counts_of_few_rows_are_suppressed_and_others_rounded()
    {
        var table = new AnalysisTable().Number("Age", new double?[] { 1, null, 3 }).Factor("Sex", ["F", "M", "F"]);
        Assert.Contains("Table for analysis: [c] rows", table.ToString(), StringComparison.Ordinal);
        Assert.Equal("12,270 rows used, 15 left out (Imd missing in 10)", new RowUse(12_284, 12_271, [new("Imd", 11)]).ToString());
        Assert.Equal("[c] rows used, 0 left out", new RowUse(3, 3, []).ToString());
    }

    /// <summary>What an engine finds by reflection, as HTML.</summary>
    private static string Html(object value)
    {
        var convention = value.GetType().GetCustomAttributes(inherit: true).Single(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");
        var source = Activator.CreateInstance((Type)convention.GetType().GetProperty("FormatterSourceType")!.GetValue(convention)!)!;
        var formatters = (IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        var (formatter, writer) = (formatters.Single(candidate => (string)candidate.GetType().GetProperty("MimeType")!.GetValue(candidate)! == "text/html"), new StringWriter());
        Assert.Equal(true, formatter.GetType().GetMethod("Format")!.Invoke(formatter, [value, writer]));
        return writer.ToString();
    }
}
