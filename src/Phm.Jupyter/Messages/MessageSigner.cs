using System.Security.Cryptography;
using System.Text;

namespace Phm.Jupyter.Messages;

/// <summary>Signs and checks messages by HMAC-SHA256 over their four JSON frames, written as 64 lower-case hexadecimal digits.</summary>
internal sealed class MessageSigner : IDisposable
{
    /// <summary>The bytes of a signature before they are written as digits.</summary>
    public const int Length = HMACSHA256.HashSizeInBytes;

    private readonly Lock gate = new();
    private readonly byte[] key;
    private readonly IncrementalHash incoming;

    /// <param name="key">The key of the connection file; empty where messages are not signed.</param>
    public MessageSigner(string key)
    {
        this.key = Encoding.UTF8.GetBytes(key);
        incoming = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, this.key);
    }

    /// <summary>Whether messages are signed at all.</summary>
    public bool Signs => key.Length > 0;

    /// <summary>The signature frame of a message whose four frames lie one behind the other.</summary>
    public byte[] Sign(ReadOnlySpan<byte> frames)
    {
        if (!Signs) return [];
        Span<byte> hash = stackalloc byte[Length];
        HMACSHA256.HashData(key, frames, hash);
        var digits = new byte[2 * Length];
        Convert.TryToHexStringLower(hash, digits, out _);
        return digits;
    }

    /// <summary>Compares a signature frame with the signature that the frames ought to have, in a time that does not tell where they differ.</summary>
    /// <param name="signature">The frame as it came.</param>
    /// <param name="frames">The four JSON frames.</param>
    /// <param name="hash">Receives the signature's bytes.</param>
    public bool IsRight(ReadOnlySpan<byte> signature, ReadOnlySpan<ReadOnlyMemory<byte>> frames, Span<byte> hash)
    {
        Span<byte> claimed = stackalloc byte[Length];
        if (signature.Length != 2 * Length || Convert.FromHexString(signature, claimed, out _, out _) != System.Buffers.OperationStatus.Done) return false;
        lock (gate)
        {
            foreach (var frame in frames) incoming.AppendData(frame.Span);
            incoming.GetHashAndReset(hash);
        }
        return CryptographicOperations.FixedTimeEquals(claimed, hash);
    }

    /// <inheritdoc/>
    public void Dispose() => incoming.Dispose();
}
