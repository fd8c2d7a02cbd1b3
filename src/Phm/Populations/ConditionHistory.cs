using System.Runtime.CompilerServices;

namespace Phm.Populations;

/// <summary>
/// The conditions that people lived with on any day of a period. It holds the columns as spans, so that a pass over millions of
/// people finds them once and not once a person.
/// </summary>
internal readonly ref struct ConditionHistory(DiagnosisTable diagnoses, Period period)
{
    private readonly ReadOnlySpan<int> _offsets = diagnoses.Offsets.Span;
    private readonly ReadOnlySpan<Day> _onset = diagnoses.Date.Span;
    private readonly ReadOnlySpan<Condition> _condition = diagnoses.Condition.Span;
    private readonly ReadOnlySpan<Day> _end = diagnoses.End.Span;
    private readonly ReadOnlySpan<byte> _hasEnd = diagnoses.HasEnd.Span;
    private readonly ulong _none = diagnoses.IsAvailable ? 0 : ConditionSet.NotKnown.Bits;
    private readonly Day _first = period.First;
    private readonly Day _last = period.Last;

    /// <summary>The conditions of a person; <see cref="ConditionSet.NotKnown"/> where the data came without diagnoses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ConditionSet Of(int patient)
    {
        var end = _offsets[patient + 1];
        var bits = _none;
        for (var row = _offsets[patient]; row < end && _onset[row] <= _last; row++)
        {
            if (_hasEnd[row] == 0 || _end[row] >= _first) bits |= 1UL << (int)_condition[row];
        }
        return new(bits);
    }
}
