using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.CSharp;

/// <summary>
/// The compiler's findings for a reader: warnings on stderr, each once a session; errors as the cell's error, with the cell's own lines
/// and hints what to do.
/// </summary>
/// <param name="assemblies">What the session references.</param>
internal sealed class CompilationReport(SessionAssemblies assemblies)
{
    /// <summary>Enough to see the cause; the rest usually follows from the first.</summary>
    private const int MostErrors = 20;

    /// <summary>Where a line is not C#, most of its errors say nothing.</summary>
    private const int MostForeignErrors = 3;
    private const string Indent = "   ";
    private const string Hint = "hint: ";

    /// <summary>
    /// The warnings that were written already, with the code that they are about, which some do not name: who runs a cell again has read them.
    /// </summary>
    private readonly HashSet<(string Id, string Message, string Code)> told = [];

    /// <exception cref="CellFailedException">There are errors.</exception>
    public void Check(ImmutableArray<Diagnostic> diagnostics, Submission submission, string label, CellRun run)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).OrderBy(Start).ToList();
        if (errors.Count > 0) throw new CellFailedException(Describe(errors, submission, label));
        Write(diagnostics, submission, label, run);
    }

    private void Write(ImmutableArray<Diagnostic> diagnostics, Submission submission, string label, CellRun run)
    {
        if (run.Request.Silent) return;
        foreach (var warning in diagnostics.Where(diagnostic => IsWarning(diagnostic) && !submission.IsExpected(diagnostic)).OrderBy(Start))
            if (told.Add((warning.Id, warning.GetMessage(CultureInfo.InvariantCulture), CodeOf(warning)))) run.Channel.Write(StreamOutput.Error, Line(warning, label) + "\n");
    }

    private CellError Describe(List<Diagnostic> errors, Submission submission, string label)
    {
        var hints = new CompilerHints(submission.Compilation, assemblies.Types, assemblies.References);
        var texts = new CellTexts();
        texts.Add(submission.Compilation.SyntaxTrees);
        var foreign = Foreign(errors[0]);
        var most = foreign is null ? MostErrors : MostForeignErrors;
        List<string> lines = foreign is null ? [] : [Hint + foreign];
        string? message = null, quoted = null;
        foreach (var error in errors.Take(most))
        {
            var (line, hint) = (Line(error, label), hints.For(error) is { } found ? Indent + Hint + found : null);
            lines.Add(line);
            if (Quote(error, texts) is { } quote && quote != quoted) lines.Add(quoted = quote);
            if (hint is not null) lines.Add(hint);
            message ??= foreign is not null ? $"{lines[0]}\n{line}" : hint is null ? line : $"{line}\n{hint}";
        }
        if (errors.Count > most) lines.Add($"… and {errors.Count - most} more error{(errors.Count - most == 1 ? "" : "s")}");
        var first = errors.FirstOrDefault(error => error.Location.GetLineSpan().Path == label) ?? errors[0];
        var at = first.Location.GetLineSpan();
        var known = at.IsValid && at.Path == label;
        return new CellError(
            "CompilationError", message!, lines, known ? at.StartLinePosition.Line + 1 : null, known ? at.StartLinePosition.Character + 1 : null);
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

    /// <summary>What is told before the errors, where the first of them is in a line of another language.</summary>
    private static string? Foreign(Diagnostic error) =>
        error.Location is { IsInSource: true, SourceTree: { } tree } at && tree.GetText() is var text ? ForeignLine.Hint(text.Lines.GetLineFromPosition(at.SourceSpan.Start).ToString()) : null;

    /// <summary>What is written where the error is: nobody has to count lines.</summary>
    private static string? Quote(Diagnostic error, CellTexts texts)
    {
        var at = error.Location.GetLineSpan();
        return at.IsValid && texts.Line(at.Path, at.StartLinePosition.Line + 1) is { } written ? $"   line {at.StartLinePosition.Line + 1}: {written}" : null;
    }

    private static string CodeOf(Diagnostic diagnostic) => diagnostic.Location is { IsInSource: true, SourceTree: { } tree } at ? tree.GetText().ToString(at.SourceSpan) : "";

    private static bool IsWarning(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Warning && !diagnostic.IsSuppressed;

    private static int Start(Diagnostic diagnostic) => diagnostic.Location.IsInSource ? diagnostic.Location.SourceSpan.Start : -1;
}
