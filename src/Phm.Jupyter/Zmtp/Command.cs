using System.Text;

namespace Phm.Jupyter.Zmtp;

/// <summary>A command frame's body: a name and what belongs to it.</summary>
/// <param name="Name">The name in the spelling of the RFC, such as READY; a name that is not ASCII becomes one that nobody knows.</param>
/// <param name="Data">What follows the name.</param>
internal readonly record struct Command(string Name, ReadOnlyMemory<byte> Data)
{
    public const string Ready = "READY";
    public const string Error = "ERROR";
    public const string Ping = "PING";
    public const string Pong = "PONG";
    public const string Subscribe = "SUBSCRIBE";
    public const string Cancel = "CANCEL";

    public static Command Parse(ReadOnlyMemory<byte> body)
    {
        var length = body.IsEmpty ? 0 : body.Span[0];
        if (length == 0 || length > body.Length - 1) throw new ZmtpException("a command has no name");
        return new Command(Encoding.ASCII.GetString(body.Span.Slice(1, length)), body[(1 + length)..]);
    }

    public EncodedMessage Encode()
    {
        var body = new byte[1 + Name.Length + Data.Length];
        body[0] = (byte)Name.Length;
        Encoding.ASCII.GetBytes(Name, body.AsSpan(1));
        Data.CopyTo(body.AsMemory(1 + Name.Length));
        return EncodedMessage.Command(body);
    }
}
