using Microsoft.CodeAnalysis;
using Phm.Notebook.CSharp;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Tests.CSharp;

public class SubmissionTests
{
    private const int Chains = 4;

    private static readonly string[] Cells =
    [
        "var numbers = new List<int> { 1, 2 }; int Twice(int n) => 2 * n;",
        "IEnumerable<int> Doubled(IEnumerable<int> all) => all.Select(Twice); var doubled = Doubled(numbers);",
        "List<int> kept = numbers; Console.WriteLine(Doubled(kept).Concat(doubled).Sum());",
    ];

    [Theory]
    [InlineData("number + 1")]
    [InlineData("number++;\nif (number > 2) Console.WriteLine(number);")]
    [InlineData("await Task.Yield();")]
    [InlineData("// nothing")]
    public void A_link_that_declares_nothing_is_not_needed_by_later_ones(string code) => Assert.False(IsNeeded(code));

    [Theory]
    [InlineData("var other = number;")]
    [InlineData("int Twice() => 2 * number;")]
    [InlineData("record Person(string Name);")]
    [InlineData("int.TryParse(\"3\", out var parsed)")]
    [InlineData("var (a, b) = (number, number);")]
    [InlineData("object o = 1; if (o is int i) Console.WriteLine(i);")]
    [InlineData("((object)number) is int matched")]
    [InlineData("using System.IO;")]
    [InlineData("using System.IO;\nnumber + 1")]
    [InlineData("Console.WriteLine(new { number })")]
    [InlineData("Enumerable.Range(0, number).Select(i => new { i })")]
    [InlineData("from i in Enumerable.Range(0, number) let j = i + 1 select j")]
    public void A_link_that_declares_or_imports_anything_is_needed(string code) => Assert.True(IsNeeded(code));

    private static bool IsNeeded(string code)
    {
        var files = new NotebookFiles(AppContext.BaseDirectory, new FileReads());
        var first = Submission.Create("var number = 1;", "cell 1", "Needed1", FrameworkReferences.All, files, null);
        var next = Submission.Create(code, "cell 2", "Needed2", FrameworkReferences.All, files, first);
        Assert.DoesNotContain(next.Compilation.GetDiagnostics(TestContext.Current.CancellationToken), found => found.Severity == DiagnosticSeverity.Error);
        return next.IsNeededAfter(first);
    }

    [Fact]
    public void Chains_that_look_at_the_same_references_at_the_same_moment_know_each_type_once()
    {
        for (var round = 0; round < 10; round++)
        {
            // Read anew, because only the first look at a reference is a matter of chance.
            MetadataReference[] references = [.. FrameworkReferences.All.Select(reference => MetadataReference.CreateFromFile(reference.Display!))];
            using var together = new Barrier(Chains);
            var errors = new List<Diagnostic>();
            Parallel.For(0, Chains, new ParallelOptions { MaxDegreeOfParallelism = Chains }, chain =>
            {
                together.SignalAndWait();
                Submission? previous = null;
                foreach (var (index, code) in Cells.Index())
                {
                    if (errors.Count > 0) return;
                    previous = Submission.Create(code, "cell", $"Chain{chain}Submission{index}", references, new NotebookFiles(AppContext.BaseDirectory, new FileReads()), previous);
                    // Asked for at once, so that all chains look at the references together.
                    _ = previous.Compilation.GetSpecialType(SpecialType.System_Object);
                    lock (errors) errors.AddRange(previous.Compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
                }
            });
            Assert.Empty(errors);
        }
    }
}
