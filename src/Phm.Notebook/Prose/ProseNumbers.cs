using System.Globalization;
using Phm.Notebook.Documents;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;
using Phm.Notebook.Running;

namespace Phm.Notebook.Prose;

/// <summary>
/// Brings the numbers that prose quotes up to date. The expressions are evaluated after the last cell, so a summary at the top may
/// quote what is computed below.
/// </summary>
internal static class ProseNumbers
{
    private const string ErrorName = "ProseNumberError";
    private const int Longest = 200;

    /// <summary>Brings the prose of a notebook up to date, cell by cell.</summary>
    /// <param name="document">The notebook, whose cells have run.</param>
    /// <param name="session">The session in which they have.</param>
    /// <param name="revisions">Receives a sentence for each text that is now another.</param>
    /// <param name="cancellationToken">Stops an expression.</param>
    /// <returns>The first marker that cannot be followed, or null.</returns>
    public static async Task<NotebookExecutionException?> UpdateAsync(
        NotebookDocument document, NotebookSession session, List<string> revisions, CancellationToken cancellationToken)
    {
        for (var index = 0; index < document.Cells.Count; index++)
        {
            var cell = document.Cells[index];
            if (await UpdateAsync(cell, index, session, revisions, cancellationToken).ConfigureAwait(false) is not { } error) continue;
            return new NotebookExecutionException(document.Name, new CellReport(index, cell.Id, CellOutcome.Failed, TimeSpan.Zero, error), error);
        }
        return null;
    }

    /// <summary>Evaluates the markers of a cell and writes their values into its text.</summary>
    /// <returns>What is wrong with the cell's markers, or null.</returns>
    private static async Task<CellError?> UpdateAsync(
        NotebookCell cell, int index, NotebookSession session, List<string> revisions, CancellationToken cancellationToken)
    {
        try
        {
            var source = cell.Source;
            var markers = ProseMarker.In(cell);
            var quoted = new List<string>();
            foreach (var marker in markers) quoted.Add(await EvaluateAsync(marker, session, cancellationToken).ConfigureAwait(false));
            cell.Source = ProseMarker.Rewrite(source, markers, quoted);
            if (ProseMarker.In(cell).Select(marker => marker.Quoted).SequenceEqual(quoted))
            {
                revisions.AddRange(markers.Zip(quoted).Where(pair => pair.First.Quoted != pair.Second).Select(pair =>
                    string.Create(CultureInfo.InvariantCulture, $"Cell {index + 1}, line {pair.First.Line}: '{pair.First.Quoted}' became '{pair.Second}'.")));
                return null;
            }
            cell.Source = source;
            return Error(markers[0].Line, "a value holds characters that mean something in markdown and cannot be put into this text. Give a number or plain words.");
        }
        catch (ProseException e)
        {
            return Error(e.Line, e.Message);
        }
    }

    private static async Task<string> EvaluateAsync(ProseMarker marker, NotebookSession session, CancellationToken cancellationToken)
    {
        var result = await session.ExecuteAsync(new CellRequest(marker.Expression) { Silent = true }, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (result.Error is { } error) throw new ProseException(marker.Line, $"the expression '{marker.Expression}' fails: {error.Name}: {error.Message}");
        if (result.Value is null) throw new ProseException(marker.Line, $"the expression '{marker.Expression}' has no value.");
        var text = Text(result.Value, marker, session);
        if (text.Length is 0 or > Longest || text.Contains('\n', StringComparison.Ordinal))
            throw new ProseException(marker.Line, $"the expression '{marker.Expression}' gives no text that fits into a line: up to {Longest} characters are expected.");
        return text;
    }

    private static string Text(object value, ProseMarker marker, NotebookSession session)
    {
        var text = value as string ?? session.Formatter.Format(value, [MimeTypes.Text])[MimeTypes.Text] ?? "";
        if (Number(value, text) is { } number)
        {
            if (!double.IsFinite(number)) throw new ProseException(marker.Line, $"the expression '{marker.Expression}' gives no finite number.");
            return QuotedNumber.In(marker.Quoted) is { } style ? style.Write(number)
                : throw new ProseException(marker.Line, $"the expression '{marker.Expression}' gives a number, but the text before the marker is not one number. Write for example **12.3%**<!-- phm: … -->.");
        }
        return text.Trim();
    }

    /// <summary>A value of another type is a number if it shows itself as one: a count that a disclosure policy lets through, for instance.</summary>
    private static double? Number(object value, string text) => value switch
    {
        string => null,
        double x => x,
        float x => x,
        decimal x => (double)x,
        int or long or short or byte or uint or ulong or ushort or sbyte => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    private static CellError Error(int line, string message) => new(ErrorName, $"In the prose, {message}", [$"{ErrorName}: {message}", $"   at line {line}"], line, 1);
}
