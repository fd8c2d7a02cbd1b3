using Phm.Notebook.Assistance;

namespace Phm.Notebook.Execution;

/// <summary>What a front end asks while a person types. Nothing of it runs code of the notebook or waits for a running cell.</summary>
public sealed partial class NotebookSession
{
    internal Assistant Assistant { get; }

    /// <summary>What may stand at a place of a cell that is being written.</summary>
    /// <param name="code">The cell's text, finished or not.</param>
    /// <param name="cursor">The place, in UTF-16 units; one outside the text means its nearest end.</param>
    /// <param name="cancellationToken">Gives the question up.</param>
    /// <exception cref="OperationCanceledException">The question was given up.</exception>
    public Task<CompletionList> CompleteAsync(string code, int cursor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Task.Run(() => Assistant.Complete(code, cursor, cancellationToken), cancellationToken);
    }

    /// <summary>What is known of the name at a place of a cell, or just before it.</summary>
    /// <param name="code">The cell's text, finished or not.</param>
    /// <param name="cursor">The place, in UTF-16 units; one outside the text means its nearest end.</param>
    /// <param name="detailed">Whether all overloads and all of the documentation are wanted.</param>
    /// <param name="cancellationToken">Gives the question up.</param>
    /// <returns>What is known, or null where there is no name that means something.</returns>
    /// <exception cref="OperationCanceledException">The question was given up.</exception>
    public Task<Inspection?> InspectAsync(string code, int cursor, bool detailed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Task.Run(() => Assistant.Inspect(code, cursor, detailed, cancellationToken), cancellationToken);
    }

    /// <summary>Whether a cell's text can be run as it stands or asks for another line. Only its syntax counts.</summary>
    /// <param name="code">The cell's text.</param>
    public CodeCompleteness CheckCompleteness(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return CompletenessCheck.Of(code, kernels.IsKernel);
    }
}
