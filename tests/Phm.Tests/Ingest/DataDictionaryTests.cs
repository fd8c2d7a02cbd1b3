using Phm.Ingest;

namespace Phm.Tests.Ingest;

public sealed class DataDictionaryTests
{
    private const string Begin = "<!-- data dictionary: begin -->\n";
    private const string End = "<!-- data dictionary: end -->";

    [Fact]
    public void The_data_dictionary_of_the_samples_is_that_of_the_reader()
    {
        var path = Path.Combine(Repository.Root, "data-samples", "README.md");
        var text = File.ReadAllText(path);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        var expected = "\n" + DataDictionary.ToMarkdown();
        if (Expectation.IsUpdating) File.WriteAllText(path, text[..from] + expected + text[to..]);
        else Assert.Equal(expected, text[from..to]);
    }
}
