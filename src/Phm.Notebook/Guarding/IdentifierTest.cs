namespace Phm.Notebook.Guarding;

/// <summary>Asks whether texts are identifiers of patients. A text that was asked for a moment ago is not made and asked for again.</summary>
internal sealed class IdentifierTest(IReadOnlyCollection<Func<string, bool>> tests)
{
    /// <summary>The longest identifier that is looked for, in characters; linked data have none of more than 64 bytes.</summary>
    public const int Longest = 64;

    private readonly Func<string, bool>[] tests = [.. tests];
    private readonly string?[] strangers = new string?[1 << 14];

    public bool HasTests => tests.Length > 0;

    public bool Is(ReadOnlySpan<char> text, out string identifier)
    {
        identifier = "";
        if (text.IsEmpty || text.Length > Longest) return false;
        ref var stranger = ref strangers[string.GetHashCode(text) & (strangers.Length - 1)];
        if (text.SequenceEqual(stranger)) return false;
        identifier = text.ToString();
        foreach (var test in tests)
        {
            if (test(identifier)) return true;
        }
        stranger = identifier;
        return false;
    }

    public bool Is(ReadOnlySpan<char> text) => Is(text, out _);
}
