namespace Phm.Notebook.Verification;

/// <summary>A 64-bit FNV-1a digest: the same on every machine, good enough to align by, never taken for equality.</summary>
internal struct AlignmentDigest()
{
    private const ulong Prime = 1_099_511_628_211;

    public ulong Value { get; private set; } = 14_695_981_039_346_656_037;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var digest = new AlignmentDigest();
        digest.Add(text);
        return digest.Value;
    }

    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var c in text) Value = (Value ^ c) * Prime;
        Value = (Value ^ 0x1_0000) * Prime;
    }

    public void Add(ulong value) => Value = (Value ^ value ^ (value >> 29)) * Prime;
}
