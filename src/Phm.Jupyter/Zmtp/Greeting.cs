namespace Phm.Jupyter.Zmtp;

/// <summary>
/// The first 64 bytes of a connection in each direction (RFC 23): signature, version, mechanism, as-server, filler. Only the NULL
/// mechanism is spoken. The minor version is 0, so that libzmq sends subscriptions as messages.
/// </summary>
internal static class Greeting
{
    public const int Length = 64;
    public const int SignatureLength = 10;
    public const int VersionLength = 2;
    public const int MechanismLength = 20;

    private const byte MajorVersion = 3;

    private static ReadOnlySpan<byte> Mechanism => "NULL\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8;

    public static byte[] Encode()
    {
        var bytes = new byte[Length];
        bytes[0] = 0xFF;
        bytes[9] = 0x7F;
        bytes[10] = MajorVersion;
        Mechanism.CopyTo(bytes.AsSpan(SignatureLength + VersionLength));
        return bytes;
    }

    /// <summary>Reads a peer's greeting part by part, so that what is no greeting is refused at its first wrong byte.</summary>
    public static void Read(SocketInput input)
    {
        if (input.Peek(1)[0] != 0xFF || (input.Peek(SignatureLength)[9] & 1) == 0) throw new ZmtpException("the peer does not speak ZMTP 3");
        input.Skip(SignatureLength);
        var version = input.Peek(1)[0];
        if (version < MajorVersion) throw new ZmtpException($"the peer speaks version {version} of ZMTP; version 3 is needed");
        input.Peek(VersionLength);
        input.Skip(VersionLength);
        var mechanism = input.Peek(MechanismLength)[..MechanismLength];
        if (!mechanism.SequenceEqual(Mechanism)) throw new ZmtpException("the peer asks for another security mechanism than NULL");
        input.Skip(MechanismLength);
        input.Peek(Length - SignatureLength - VersionLength - MechanismLength);
        input.Skip(Length - SignatureLength - VersionLength - MechanismLength);
    }
}
