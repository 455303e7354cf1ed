using ImageStreams.Internal;

namespace ImageStreams.Storage;

/// <summary>Repeats what fails because the database is locked or cannot be reached.</summary>
/// <remarks>The pace is that of the real time: databases know no virtual one.</remarks>
internal sealed class RelationalRetry(RelationalErrors errors, TimeSpan retryTime)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(1);

    public static TimeProvider Pace => TimeProvider.System;

    /// <summary>Waits after a failure.</summary>
    /// <param name="failures">The number of failures in a row, from 1 up.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    public static Task DelayAsync(int failures, CancellationToken cancellationToken) =>
        Task.Delay(Backoff.GetDelay(FirstDelay, LongestDelay, failures), Pace, cancellationToken);

    /// <summary>Takes a step, again and again until it succeeds, fails for good, or the time is over.</summary>
    /// <exception cref="StoreException">An error of the database.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> step, CancellationToken cancellationToken)
    {
        var began = Pace.GetTimestamp();
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await step().ConfigureAwait(false);
            }
            catch (Exception e) when (errors.Classify(e) == StoreFailure.Unavailable && Pace.GetElapsedTime(began) < retryTime)
            {
                await DelayAsync(failures, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (errors.Translate(e) is { } translated)
            {
                throw translated;
            }
        }
    }
}
