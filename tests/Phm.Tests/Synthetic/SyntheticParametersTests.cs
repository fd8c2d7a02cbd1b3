using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Phm.Synthetic;

namespace Phm.Tests.Synthetic;

/// <summary>The parameter file: each has a use, a status and a source.</summary>
public sealed class SyntheticParametersTests
{
    private static readonly SyntheticParameters s_parameters = SyntheticParameters.KentAndMedway;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_parameter_has_a_known_status_and_a_source(bool ofStudy)
    {
        var parameters = ofStudy ? SyntheticParameters.ActivationStudy : s_parameters;
        Assert.Empty(parameters.Rows.Where(row => row.Status is not ("C" or "D" or "S" or "M" or "assumption" or "placeholder")).Select(row => row.Name));
        Assert.Empty(parameters.Rows.Where(row => string.IsNullOrWhiteSpace(row.Source)).Select(row => row.Name));
        Assert.DoesNotContain(parameters.ByStatus().Rows, row => row[1].Text == "not one of the known statuses");
        Assert.Equal(parameters.Rows.Count, parameters.ByStatus().Rows.Sum(row => row[2].Number.Value));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_parameter_stands_twice_and_all_but_words_are_numbers(bool ofStudy)
    {
        var parameters = ofStudy ? SyntheticParameters.ActivationStudy : s_parameters;
        Assert.Empty(parameters.Rows.GroupBy(row => (row.Name, row.At)).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.All(parameters.Rows.Where(row => !row.Name.StartsWith("deficit.of.", StringComparison.Ordinal)), row => Assert.True(double.IsFinite(double.Parse(row.Value, CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Every_parameter_is_used()
    {
        var (parameters, asked) = Recording("kent-and-medway.parameters.csv");
        SyntheticPopulation.Generate(new SyntheticOptions { People = 100, Years = 1 }, parameters);

        // Lists are read whole: medicines by condition, and what conditions add to the weights of a diagnosis that is itself asked for.
        bool IsOfList(string name) => name.StartsWith("medicine.", StringComparison.Ordinal)
            || name.IndexOf(".with.", StringComparison.Ordinal) is > 0 and var at && asked.ContainsKey(name[..at] + ".base");
        string[] unused = [.. s_parameters.Rows.Select(row => row.Name).Distinct().Where(name => !asked.ContainsKey(name) && !IsOfList(name))];
        Assert.Empty(unused);
    }

    [Fact]
    public void Every_parameter_of_the_study_is_used_by_its_cohort_or_its_calibration()
    {
        var (parameters, asked) = Recording("activation-study.parameters.csv");
        Calibration.OfActivationStudy(ActivationStudyCohort.Generate(parameters: parameters), parameters);

        // Frequencies of conditions are read as lists.
        Assert.DoesNotContain(parameters.Rows.Select(row => row.Name), name => !asked.ContainsKey(name) && !name.Contains("_condition.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cost.gp")]
    [InlineData("mortality.F")]
    [InlineData("population.age")]
    public void A_parameter_that_is_missing_is_named(string name)
    {
        using var folder = new Ingest.TempFolder();
        var lines = s_parameters.Rows.Where(row => row.Name != name).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Name},{row.At},{row.Value},{row.Status},x"));
        var parameters = SyntheticParameters.Load(folder.With("mine.csv", "parameter,at,value,status,source\n" + string.Join('\n', lines) + "\n").In("mine.csv"));
        Assert.Contains(name, Assert.Throws<DataException>(() => SyntheticPopulation.Generate(new SyntheticOptions { People = 100 }, parameters)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_form_is_refused_with_the_form_that_is_expected()
    {
        using var folder = new Ingest.TempFolder();
        Assert.Contains("parameter, at, value, status, source", Assert.Throws<DataException>(() => SyntheticParameters.Load(folder.With("a.csv", "name,value\nx,1\n").In("a.csv"))).Message, StringComparison.Ordinal);
        Assert.Contains("line 2, column at", Assert.Throws<DataException>(() => SyntheticParameters.Load(folder.With("b.csv", "parameter,at,value,status,source\nx,old,1,C,y\n").In("b.csv"))).Message, StringComparison.Ordinal);
        Assert.Contains("not a file", Assert.Throws<DataException>(() => SyntheticParameters.Load(folder.In("c.csv"))).Message, StringComparison.Ordinal);
    }

    /// <summary>The parameters of the product with a note of every name that is asked for.</summary>
    private static (SyntheticParameters Parameters, ConcurrentDictionary<string, bool> Asked) Recording(string file)
    {
        const BindingFlags hidden = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        var parameters = (SyntheticParameters)typeof(SyntheticParameters).GetMethod("FromResource", hidden)!.Invoke(null, [file])!;
        var asked = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var field = typeof(SyntheticParameters).GetField("_byName", hidden)!;
        field.SetValue(parameters, new RecordingLookup((ILookup<string, ParameterRow>)field.GetValue(parameters)!, asked));
        return (parameters, asked);
    }

    private sealed class RecordingLookup(ILookup<string, ParameterRow> rows, ConcurrentDictionary<string, bool> asked) : ILookup<string, ParameterRow>
    {
        public int Count => rows.Count;

        public IEnumerable<ParameterRow> this[string key]
        {
            get
            {
                asked[key] = true;
                return rows[key];
            }
        }

        public bool Contains(string key) => rows.Contains(key);

        public IEnumerator<IGrouping<string, ParameterRow>> GetEnumerator() => rows.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
