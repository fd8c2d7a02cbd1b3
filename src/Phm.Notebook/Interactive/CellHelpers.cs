using System.ComponentModel;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Interactive;

/// <summary>
/// What every cell can call without a qualifying name. Names and capitals are those of .NET Interactive, so that notebooks run
/// on both.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CellHelpers
{
    internal CellHelpers()
    {
    }

#pragma warning disable IDE1006, CA1707 // The names are the dialect's.
    /// <summary>Shows a value at once.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The MIME types to show it in; none for those that its type prefers.</param>
    /// <returns>The place, whose value can be replaced.</returns>
    public DisplayedValue display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

    /// <summary>Shows what there is to ask for: in the editor, by <c>help("NAME")</c>, and in the libraries that are referenced.</summary>
    public void help()
    {
        var run = Run();
        run.Display(new CellHelp(run.Session).Page());
    }

    /// <summary>
    /// Shows how something is declared and what its documentation says. An addition to the dialect: .NET Interactive has no such helper.
    /// </summary>
    /// <param name="what">
    /// A name in quotes, of a type, a member or a variable: <c>help("Population.Where")</c>; a type: <c>help(typeof(Population))</c>; a
    /// method without overloads: <c>help(kent.Where)</c>; or a value, which stands for its type and is not shown itself: <c>help(kent)</c>.
    /// </param>
    public void help(object? what)
    {
        var run = Run();
        run.Display(new CellHelp(run.Session).Of(what));
    }
#pragma warning restore IDE1006, CA1707

    /// <summary>HTML that shows itself as it is.</summary>
    /// <param name="content">An HTML fragment.</param>
    public HtmlContent HTML(string content) => new(content);

    /// <summary>Adds rules of style to the page.</summary>
    /// <param name="content">CSS rules.</param>
    public void CSS(string content) => $"<style>{content}</style>".DisplayAs(MimeTypes.Html);

    /// <summary>Hands a script to a front end that runs scripts.</summary>
    /// <param name="content">JavaScript.</param>
    /// <exception cref="InvalidOperationException">The session does not allow scripts: see <see cref="SessionOptions.AllowScripts"/>.</exception>
    public void Javascript(string content)
    {
        var run = Run();
        if (!run.Session.Options.AllowScripts) throw new InvalidOperationException(ScriptElement.Refusal);
        run.Display(ScriptElement.Of(content));
    }

    /// <summary>Withdraws what the cell has shown so far. .NET Interactive has no such helper.</summary>
    /// <param name="wait">Whether it stays until the next output comes, so that nothing flickers; without one it stays for good.</param>
    public void ClearOutput(bool wait = false) => Run().Clear(wait);

    /// <summary>Asks the person at the notebook.</summary>
    /// <param name="prompt">The question.</param>
    /// <exception cref="InvalidOperationException">Nobody is there: the run is headless.</exception>
    public Task<string> GetInputAsync(string prompt = "") => Run().AskAsync(new InputRequest(prompt, false));

    /// <summary>Asks the person at the notebook for something that must not be shown. It stays out of outputs, not out of variables.</summary>
    /// <param name="prompt">The question.</param>
    /// <exception cref="InvalidOperationException">Nobody is there: the run is headless.</exception>
    public Task<string> GetPasswordAsync(string prompt = "") => Run().AskAsync(new InputRequest(prompt, true));

    internal static CellRun Run() => CellRun.Current is { CanShow: true } run ? run
        : throw new InvalidOperationException("The cell of this code has ended, so it can show nothing more.");
}
