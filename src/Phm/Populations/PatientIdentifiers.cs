using System.Buffers;
using System.Text.Unicode;

namespace Phm.Populations;

/// <summary>Whether a text is the pseudonym of one of the people; the index is built at the first question, by whichever thread asks it.</summary>
internal sealed class PatientIdentifiers(PatientIds ids)
{
    private const int MaxOnStack = 256;

    private readonly Lazy<(PatientIndex Index, int Longest)> _index = new(() => (new PatientIndex(ids), Longest(ids)));

    /// <summary>Whether the text is exactly a pseudonym: case and spaces count.</summary>
    public bool Contains(string text)
    {
        var (index, longest) = _index.Value;
        if (text.Length > longest) return false;
        // A UTF-16 unit takes three bytes of UTF-8 at most.
        Span<byte> utf8 = text.Length * 3 <= MaxOnStack ? stackalloc byte[MaxOnStack] : new byte[text.Length * 3];
        return Utf8.FromUtf16(text, utf8, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done
            && index.Find(utf8[..written], last: -1) >= 0;
    }

    private static int Longest(PatientIds ids)
    {
        var longest = 0;
        for (var patient = 0; patient < ids.Count; patient++) longest = Math.Max(longest, ids.Utf8(patient).Length);
        return longest;
    }
}
