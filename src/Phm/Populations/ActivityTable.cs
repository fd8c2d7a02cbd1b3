namespace Phm.Populations;

/// <summary>Contacts, attendances and admissions, one row each, with their cost.</summary>
public sealed class ActivityTable : EventTable
{
    internal ActivityTable(EventOrder order) : base(order)
    {
    }

    /// <inheritdoc/>
    public override int BytesPerRow => 14;

    /// <summary>The last day of a stay, where <see cref="ActivityFlags.HasEnd"/>.</summary>
    internal ReadOnlyMemory<Day> End { get; init; }

    internal ReadOnlyMemory<PointOfDelivery> Point { get; init; }

    internal ReadOnlyMemory<ActivityFlags> Flags { get; init; }

    /// <summary>Cost in pence, where <see cref="ActivityFlags.HasCost"/>. Whole pence add up to the same sum in any order.</summary>
    internal ReadOnlyMemory<int> Cost { get; init; }

    /// <summary>The primary diagnosis as a number of <see cref="DiagnosisCodes"/>, where <see cref="ActivityFlags.HasDiagnosis"/>.</summary>
    internal ReadOnlyMemory<ushort> Diagnosis { get; init; }

    /// <summary>The ICD-10 codes of primary diagnoses that occur.</summary>
    public CodeDictionary DiagnosisCodes { get; internal init; } = CodeDictionary.Empty;

    /// <summary>The provider as a number of <see cref="ProviderCodes"/>, where <see cref="ActivityFlags.HasProvider"/>.</summary>
    internal ReadOnlyMemory<ushort> Provider { get; init; }

    /// <summary>The codes of providers that occur.</summary>
    public CodeDictionary ProviderCodes { get; internal init; } = CodeDictionary.Empty;

    /// <summary>
    /// Whether a row is an appointment at the GP that the patient did not attend. It is recorded, but nobody was seen: it is no contact. A missed
    /// outpatient appointment, by contrast, is a row of the service's activity as hospitals report it.
    /// </summary>
    internal bool IsMissedConsultation(int row) => Point.Span[row] == PointOfDelivery.GeneralPractice
        && (Flags.Span[row] & (ActivityFlags.AttendanceKnown | ActivityFlags.Attended)) == ActivityFlags.AttendanceKnown;
}
