namespace ImageStreams.Hosting;

/// <summary>A wait that ends early, without an exception, when the host stops.</summary>
internal static class Pause
{
    /// <remarks>Whoever waits looks at the token.</remarks>
    public static async Task ForAsync(TimeSpan delay, TimeProvider timeProvider, CancellationToken stop) =>
        await Task.Delay(delay, timeProvider, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
