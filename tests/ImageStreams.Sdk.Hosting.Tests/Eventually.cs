namespace ImageStreams.Tests.Hosting;

/// <summary>Waits for what the threads of a host do.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits until a condition is met.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="step">Runs before each attempt, such as to advance a clock.</param>
    /// <exception cref="OperationCanceledException">The condition was not met in time.</exception>
    public static async Task TrueAsync(Func<bool> condition, Action? step = null)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var pause = new PeriodicTimer(Pause);
        while (!condition())
        {
            step?.Invoke();
            await pause.WaitForNextTickAsync(limit.Token);
        }
    }
}
