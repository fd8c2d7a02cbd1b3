using Microsoft.CodeAnalysis.Emit;
using Phm.Notebook.Execution;

namespace Phm.Notebook.CSharp;

/// <summary>Compiles a first expression, which loads the compiler and the framework's metadata.</summary>
internal static class CompilerWarmUp
{
    private const string Sample = "var numbers = new List<int> { 1, 2 }; Console.WriteLine(string.Join(\", \", numbers.Select(n => n + 1))); numbers";

    public static void Run()
    {
        var submission = Submission.Create(Sample, "", "WarmUp", FrameworkReferences.All, new NotebookFiles(AppContext.BaseDirectory, new FileReads()), null);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        submission.Compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
    }
}
