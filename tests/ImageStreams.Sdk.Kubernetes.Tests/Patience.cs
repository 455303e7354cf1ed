namespace ImageStreams.Tests.Kubernetes;

/// <summary>Waits for what other threads do.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var end = new CancellationTokenSource(Limit);
        while (!await isSo())
        {
            await Task.Delay(Pause, TimeProvider.System, end.Token);
        }
    }

    /// <summary>Waits until something is so.</summary>
    public static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));
}
