using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.CSharp;

/// <summary>The compiler's findings for a reader: warnings on stderr, errors as the cell's error, with the cell's own lines.</summary>
internal static class CompilationReport
{
    /// <summary>Enough to see the cause; the rest usually follows from the first.</summary>
    private const int MostErrors = 20;

    public static void Check(ImmutableArray<Diagnostic> diagnostics, Submission submission, string label, CellRun run)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).OrderBy(Start).ToList();
        if (errors.Count > 0) throw new CellFailedException(Describe(errors, label));
        Write(diagnostics, submission, label, run);
    }

    private static void Write(ImmutableArray<Diagnostic> diagnostics, Submission submission, string label, CellRun run)
    {
        foreach (var warning in diagnostics.Where(diagnostic => IsWarning(diagnostic) && !submission.IsTrailingTask(diagnostic)).OrderBy(Start))
            run.Channel.Write(StreamOutput.Error, Line(warning, label) + "\n");
    }

    private static CellError Describe(List<Diagnostic> errors, string label)
    {
        var lines = errors.Take(MostErrors).Select(error => Line(error, label)).ToList();
        if (errors.Count > MostErrors) lines.Add($"… and {errors.Count - MostErrors} more errors");
        var first = errors.FirstOrDefault(error => error.Location.GetLineSpan().Path == label) ?? errors[0];
        var at = first.Location.GetLineSpan();
        var known = at.IsValid && at.Path == label;
        return new CellError(
            "CompilationError", lines[0], lines, known ? at.StartLinePosition.Line + 1 : null, known ? at.StartLinePosition.Character + 1 : null);
    }

    private static string Line(Diagnostic diagnostic, string label)
    {
        var at = diagnostic.Location.GetLineSpan();
        var kind = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        var message = $"{kind} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
        if (!at.IsValid) return message;
        var file = at.Path == label ? "" : at.Path;
        return $"{file}({at.StartLinePosition.Line + 1},{at.StartLinePosition.Character + 1}): {message}";
    }

    private static bool IsWarning(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Warning && !diagnostic.IsSuppressed;

    private static int Start(Diagnostic diagnostic) => diagnostic.Location.IsInSource ? diagnostic.Location.SourceSpan.Start : -1;
}
