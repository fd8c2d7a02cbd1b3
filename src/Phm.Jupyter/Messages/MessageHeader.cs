namespace Phm.Jupyter.Messages;

/// <summary>Who sent a message and what kind of message it is.</summary>
/// <param name="Id">The id that its sender gave it.</param>
/// <param name="Session">The sender's session.</param>
/// <param name="Type">The kind of message, such as <c>execute_request</c>.</param>
/// <param name="Json">The header as it came, one JSON object in UTF-8: what answers the message carries it as its parent.</param>
internal sealed record MessageHeader(string Id, string Session, string Type, ReadOnlyMemory<byte> Json)
{
    private const int LongestShown = 40;

    /// <summary>The kind of message for the log: a client may write anything there.</summary>
    public string ShownType => string.Concat(Type.Take(LongestShown).Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '?'));
}
