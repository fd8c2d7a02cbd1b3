using System.Diagnostics.CodeAnalysis;

namespace Phm.Jupyter.Zmtp;

/// <summary>Bytes are the same where their values are.</summary>
internal sealed class ByteComparer : IEqualityComparer<ReadOnlyMemory<byte>>
{
    public static ByteComparer Instance { get; } = new();

    public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

    public int GetHashCode([DisallowNull] ReadOnlyMemory<byte> obj)
    {
        var hash = new HashCode();
        hash.AddBytes(obj.Span);
        return hash.ToHashCode();
    }
}
