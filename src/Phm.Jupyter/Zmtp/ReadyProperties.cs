using System.Buffers.Binary;
using System.Text;

namespace Phm.Jupyter.Zmtp;

/// <summary>What a peer says of itself in READY.</summary>
/// <param name="Role">Its socket type.</param>
/// <param name="Identity">The bytes that name it to a ROUTER, 0 to 255; empty where the ROUTER is to choose.</param>
internal readonly record struct ReadyProperties(SocketRole Role, ReadOnlyMemory<byte> Identity)
{
    private const string SocketTypeName = "Socket-Type";
    private const string IdentityName = "Identity";
    private const int LongestIdentity = 255;

    public Command ToCommand()
    {
        var bytes = new MemoryStream();
        Write(bytes, SocketTypeName, Encoding.ASCII.GetBytes(SocketPairing.NameOf(Role)));
        if (Role is SocketRole.Dealer or SocketRole.Request or SocketRole.Router) Write(bytes, IdentityName, Identity.Span);
        return new Command(Command.Ready, bytes.ToArray());
    }

    /// <summary>
    /// Reads the properties of a READY: each a length of 1 byte and a name, a length of 4 bytes and a value. Names are compared without
    /// case.
    /// </summary>
    public static ReadyProperties Parse(ReadOnlyMemory<byte> data)
    {
        SocketRole? role = null;
        var identity = ReadOnlyMemory<byte>.Empty;
        while (!data.IsEmpty)
        {
            var name = Take(ref data, Take(ref data, 1).Span[0]);
            var value = Take(ref data, BinaryPrimitives.ReadUInt32BigEndian(Take(ref data, 4).Span));
            if (Ascii.EqualsIgnoreCase(name.Span, SocketTypeName)) role = SocketPairing.Parse(value.Span);
            else if (Ascii.EqualsIgnoreCase(name.Span, IdentityName)) identity = value;
        }
        if (role is null) throw new ZmtpException("the peer names no socket type that is known");
        if (identity.Length > LongestIdentity) throw new ZmtpException($"the peer's identity has {identity.Length} bytes; 255 are allowed");
        // Identities that start with zero are a ROUTER's own: nobody may ask for another's.
        if (!identity.IsEmpty && identity.Span[0] == 0) throw new ZmtpException("the peer's identity starts with a zero byte, which is reserved");
        return new ReadyProperties(role.Value, identity);
    }

    private static void Write(MemoryStream bytes, string name, ReadOnlySpan<byte> value)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        bytes.WriteByte((byte)name.Length);
        bytes.Write(Encoding.ASCII.GetBytes(name));
        bytes.Write(length);
        bytes.Write(value);
    }

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> data, uint count)
    {
        if (count > data.Length) throw new ZmtpException("the peer's READY ends within a property");
        var taken = data[..(int)count];
        data = data[(int)count..];
        return taken;
    }
}
