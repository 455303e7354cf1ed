namespace ImageStreams.Hosting;

/// <summary>A wait that ends early, without an exception, when the host stops.</summary>
internal static class Pause
{
    public static async Task ForAsync(TimeSpan delay, TimeProvider timeProvider, CancellationToken stop)
    {
        try
        {
            await Task.Delay(delay, timeProvider, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // the host stops: whoever waits looks at the token
        }
    }
}
