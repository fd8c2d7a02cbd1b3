using Microsoft.CodeAnalysis.Emit;
using Phm.Notebook.Execution;

namespace Phm.Notebook.CSharp;

/// <summary>Compiles what nobody runs, so that the compiler itself is loaded, and then compiled, before it is needed.</summary>
internal static class CompilerWarmUp
{
    /// <summary>The runtime compiles a method anew when it has been called thirty times; a cell calls the rarer ones of the compiler once or twice.</summary>
    private const int PractisedCells = 150;

    private const string Sample = "var numbers = new List<int> { 1, 2 }; Console.WriteLine(string.Join(\", \", numbers.Select(n => n + 1))); numbers";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly string[] Practice = ["var x = 1;", "x + 1", "Console.WriteLine(x);"];

    private static readonly EmitOptions Options = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    /// <summary>Compiles a first expression, which loads the compiler and the framework's metadata.</summary>
    public static void Run() => Compile(Sample, 0, null);

    /// <summary>
    /// Compiles cells of the simplest kinds, each after the one before. Until the runtime has compiled the compiler in full, a cell takes
    /// twice the time that it takes then; it does so by itself, but in the user's first hundreds of cells.
    /// </summary>
    /// <param name="isFree">Whether nobody else needs the compiler or the processor.</param>
    /// <param name="stop">Ends it.</param>
    public static void Practise(Func<bool> isFree, CancellationToken stop)
    {
        Submission? last = null;
        for (var i = 0; i < PractisedCells && !stop.IsCancellationRequested; i++)
        {
            while (!isFree())
                if (stop.WaitHandle.WaitOne(Pause)) return;
            last = Compile(Practice[i % Practice.Length], i, last);
        }
    }

    private static Submission Compile(string code, int number, Submission? previous)
    {
        lock (Submission.Compiling)
        {
            var submission = Submission.Create(code, "", $"WarmUp{number}", FrameworkReferences.All, new NotebookFiles(AppContext.BaseDirectory, new FileReads()), previous);
            using var image = new MemoryStream();
            using var symbols = new MemoryStream();
            submission.Compilation.Emit(image, symbols, options: Options);
            return submission;
        }
    }
}
