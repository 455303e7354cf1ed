namespace ImageStreams.Kubernetes;

/// <summary>The waits between the attempts of a writer whom others outrun.</summary>
internal static class ConflictWaits
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>Waits before the next attempt: not at all after the first, then longer each time, and at random.</summary>
    /// <param name="attempt">The number of the attempt that was outrun, from 1 up.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">A token to end the wait.</param>
    public static Task WaitAsync(int attempt, TimeProvider timeProvider, CancellationToken cancellationToken) => attempt <= 1
        ? Task.CompletedTask
        : Task.Delay(RetryDelays.Get(First, Longest, attempt - 1), timeProvider, cancellationToken);
}
