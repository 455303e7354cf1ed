using ImageStreams.Internal;

namespace ImageStreams.Controllers;

/// <summary>Waits until something is due. For one wait.</summary>
internal sealed class DueWait(IDueSource source, TimeProvider timeProvider)
{
    /// <summary>The longest wait of a timer; a later time is waited for in several steps.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private volatile TaskCompletionSource _signal = CreateSignal();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        source.NextDueChanged += OnChanged;
        try
        {
            while (GetDelay() is { } delay)
            {
                await WaitAsync(delay, cancellationToken).ConfigureAwait(false);
                _signal = CreateSignal();   // before the time is read again, so that no change is lost
            }
        }
        finally
        {
            source.NextDueChanged -= OnChanged;
        }
    }

    private static TaskCompletionSource CreateSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void OnChanged(object? sender, EventArgs e) => _signal.TrySetResult();

    /// <summary>Gets the time to wait; null when something is due now.</summary>
    private TimeSpan? GetDelay()
    {
        if (source.NextDue is not { } due)
        {
            return Timeout.InfiniteTimeSpan;
        }

        var delay = due - timeProvider.GetUtcNow();
        if (delay <= TimeSpan.Zero)
        {
            return null;
        }

        return delay < Longest ? delay : Longest;
    }

    /// <summary>Waits for the signal, or for the delay.</summary>
    private async Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_signal.Task, Task.Delay(delay, timeProvider, stop.Token)).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
