namespace ImageStreams.Storage;

/// <summary>The clock by which leases expire.</summary>
internal static class StoreClock
{
    /// <summary>Reads the time of the database, or that of the time provider where the dialect has none.</summary>
    public static async Task<DateTimeOffset> ReadAsync(
        RelationalDialect dialect, StoreConnection connection, TimeProvider timeProvider)
    {
        if (dialect.ClockQuery is null)
        {
            return FromMicroseconds(ToMicroseconds(timeProvider.GetUtcNow()));
        }

        var rows = await connection.QueryAsync(
            new Statement(dialect.ClockQuery), row => row.GetInt64(0), CancellationToken.None).ConfigureAwait(false);
        return FromMicroseconds(rows[0]);
    }

    public static long ToMicroseconds(DateTimeOffset time) =>
        (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long time) => DateTimeOffset.UnixEpoch.AddTicks(time * TimeSpan.TicksPerMicrosecond);
}
