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
