using System.Text;

namespace Phm.Populations;

/// <summary>
/// The pseudonyms of patients, as UTF-8 in one block. They leave the library only through an export with a stated purpose.
/// </summary>
internal sealed class PatientIds
{
    private readonly int[] _offsets;
    private readonly byte[] _bytes;

    public PatientIds(IReadOnlyList<string> ids)
    {
        _offsets = new int[ids.Count + 1];
        for (var i = 0; i < ids.Count; i++) _offsets[i + 1] = checked(_offsets[i] + Encoding.UTF8.GetByteCount(ids[i]));
        _bytes = new byte[_offsets[^1]];
        for (var i = 0; i < ids.Count; i++) Encoding.UTF8.GetBytes(ids[i], _bytes.AsSpan(_offsets[i]));
    }

    public int Count => _offsets.Length - 1;

    public long Bytes => _offsets.LongLength * sizeof(int) + _bytes.LongLength;

    public string this[int patient] => Encoding.UTF8.GetString(Utf8(patient));

    public ReadOnlySpan<byte> Utf8(int patient) => _bytes.AsSpan(_offsets[patient], _offsets[patient + 1] - _offsets[patient]);
}
