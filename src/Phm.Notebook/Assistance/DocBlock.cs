namespace Phm.Notebook.Assistance;

/// <summary>A paragraph, some lines of code or an entry of a list.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Texts">Its pieces.</param>
internal sealed record DocBlock(DocBlockKind Kind, IReadOnlyList<DocText> Texts)
{
    public string Plain => string.Concat(Texts.Select(text => text.Text));
}
