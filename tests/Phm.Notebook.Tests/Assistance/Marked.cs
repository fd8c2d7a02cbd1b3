using Phm.Notebook.Assistance;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Tests.Assistance;

/// <summary>Asks a session about a cell in which <c>|</c> marks the cursor.</summary>
internal static class Marked
{
    public static (string Code, int Cursor) Read(string marked)
    {
        var cursor = marked.IndexOf('|', StringComparison.Ordinal);
        return (marked.Remove(cursor, 1), cursor);
    }

    public static Task<CompletionList> CompleteAsync(this NotebookSession session, string marked)
    {
        var (code, cursor) = Read(marked);
        return session.CompleteAsync(code, cursor, TestContext.Current.CancellationToken);
    }

    public static async Task<string[]> NamesAsync(this NotebookSession session, string marked) =>
        [.. (await session.CompleteAsync(marked)).Items.Select(item => item.Text)];

    /// <summary>The cell after the item has been accepted.</summary>
    public static async Task<string> AcceptAsync(this NotebookSession session, string marked, string text)
    {
        var list = await session.CompleteAsync(marked);
        Assert.Contains(list.Items, item => item.Text == text);
        var code = Read(marked).Code;
        return code[..list.Start] + text + code[list.End..];
    }
}
