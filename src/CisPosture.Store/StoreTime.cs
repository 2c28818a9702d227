namespace CisPosture.Store;

/// <summary>Points in time as a store keeps them: ticks in UTC, which lose nothing and compare as numbers.</summary>
internal static class StoreTime
{
    public static long Of(DateTimeOffset time) => time.UtcTicks;

    public static DateTimeOffset Read(long ticks) => new(ticks, TimeSpan.Zero);
}
