namespace Phm.Tests.Disclosure;

/// <summary>A clock that stands still.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public static FixedClock Noon { get; } = new(new DateTimeOffset(2025, 3, 31, 13, 0, 0, 125, TimeSpan.FromHours(1)));

    public override DateTimeOffset GetUtcNow() => now;
}
