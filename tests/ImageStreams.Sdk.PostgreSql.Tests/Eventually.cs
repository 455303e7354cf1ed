namespace ImageStreams.Tests.PostgreSql;

/// <summary>Waits for a condition.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));

    /// <exception cref="OperationCanceledException">The condition was not met within the limit, a minute if there is
    /// none.</exception>
    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan? limitOfTime = null)
    {
        using var limit = new CancellationTokenSource(limitOfTime ?? Limit);
        using var pause = new PeriodicTimer(Pause);
        while (!await condition())
        {
            await pause.WaitForNextTickAsync(limit.Token);
        }
    }
}
