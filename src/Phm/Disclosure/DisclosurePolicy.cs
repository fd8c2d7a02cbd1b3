namespace Phm.Disclosure;

/// <summary>How small numbers are protected.</summary>
public sealed record DisclosurePolicy
{
    /// <summary>Counts of 1 to 7 suppressed, others rounded to 5.</summary>
    public static DisclosurePolicy Default { get; } = new();

    /// <summary>Counts from 1 to this are suppressed.</summary>
    public int SuppressThrough { get; init; } = 7;

    /// <summary>Other counts are rounded to the nearest multiple of this.</summary>
    public int RoundTo { get; init; } = 5;

    /// <summary>A sentence for beneath a table.</summary>
    public string Note => $"Counts of 1 to {SuppressThrough} are suppressed ([c]); others are rounded to the nearest {RoundTo}.";

    /// <summary>A count of people as it may be shown.</summary>
    public DisclosedValue Count(long people) => people == 0 ? DisclosedValue.Of(0)
        : people <= SuppressThrough ? DisclosedValue.Suppressed
        : DisclosedValue.Of((people + RoundTo / 2) / RoundTo * RoundTo);
}
