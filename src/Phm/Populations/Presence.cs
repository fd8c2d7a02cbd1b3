using System.Runtime.CompilerServices;

namespace Phm.Populations;

/// <summary>
/// Who was alive and registered on any day of a period. It holds the columns as spans, so that a pass over millions of people finds
/// them once and not once a person.
/// </summary>
internal readonly ref struct Presence(PatientTable patients, Period period)
{
    private readonly ReadOnlySpan<PatientFlags> _flags = patients.Flags.Span;
    private readonly ReadOnlySpan<Day> _birth = patients.Birth.Span;
    private readonly ReadOnlySpan<Day> _death = patients.Death.Span;
    private readonly ReadOnlySpan<Day> _from = patients.RegisteredFrom.Span;
    private readonly ReadOnlySpan<Day> _to = patients.RegisteredTo.Span;
    private readonly Day _first = period.First;
    private readonly Day _last = period.Last;

    /// <summary>Whether a person was there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Contains(int patient)
    {
        var flags = _flags[patient];
        return _birth[patient] <= _last
            && ((flags & PatientFlags.HasDeath) == 0 || _death[patient] >= _first)
            && ((flags & PatientFlags.HasRegisteredFrom) == 0 || _from[patient] <= _last)
            && ((flags & PatientFlags.HasRegisteredTo) == 0 || _to[patient] >= _first);
    }
}
