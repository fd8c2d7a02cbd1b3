namespace Phm.Populations;

/// <summary>Finds the row of a pseudonym in a patient table. Files are mostly sorted by person, so the last answer is tried first.</summary>
internal sealed class PatientIndex
{
    private readonly PatientIds _ids;
    private readonly int[] _slots;
    private readonly int _mask;

    public PatientIndex(PatientTable patients) : this(patients.Ids)
    {
    }

    public PatientIndex(PatientIds ids)
    {
        _ids = ids;
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, _ids.Count * 2));
        _mask = size - 1;
        _slots = new int[size];
        for (var patient = 0; patient < _ids.Count; patient++)
        {
            var slot = Slot(_ids.Utf8(patient));
            while (_slots[slot] != 0) slot = (slot + 1) & _mask;
            _slots[slot] = patient + 1;
        }
    }

    /// <summary>The patient with a pseudonym, or -1. <paramref name="last"/> is the answer before, which is tried first.</summary>
    public int Find(ReadOnlySpan<byte> id, int last)
    {
        if (last >= 0 && _ids.Utf8(last).SequenceEqual(id)) return last;
        for (var slot = Slot(id); _slots[slot] != 0; slot = (slot + 1) & _mask)
        {
            var patient = _slots[slot] - 1;
            if (_ids.Utf8(patient).SequenceEqual(id)) return patient;
        }
        return -1;
    }

    /// <summary>Ends in a seeded hash, so that chosen pseudonyms cannot crowd one slot.</summary>
    private int Slot(ReadOnlySpan<byte> id)
    {
        var hash = default(HashCode);
        hash.AddBytes(id);
        return hash.ToHashCode() & _mask;
    }
}
