using ImageStreams.References;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Waits, on a watch, for a state of a stream.</summary>
/// <typeparam name="T">The result.</typeparam>
internal sealed class StreamWait<T>(IImageStreamClient client, ImageStreamName name, IStreamGoal<T> goal, WaitOptions options)
    where T : class
{
    // Between two watches that ended without a change.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private ImageStream? _last;
    private bool _sawChange;

    /// <summary>Waits.</summary>
    /// <exception cref="TimeoutException">The time limit is over.</exception>
    public async Task<T> RunAsync(CancellationToken cancellationToken)
    {
        using var limit = options.TimeLimit is { } time
            ? new CancellationTokenSource(time, options.TimeProvider)
            : new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await WatchAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Within {options.TimeLimit:c}, {goal.Describe(_last)}.", e);
        }
    }

    private async Task<T> WatchAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await WatchOnceAsync(cancellationToken).ConfigureAwait(false) is { } result)
            {
                return result;
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (!_sawChange)
            {
                await Task.Delay(Pause, options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Watches the stream, beginning with the one that exists; null when the watch ended, or cannot go on from where it
    /// was.</summary>
    private async Task<T?> WatchOnceAsync(CancellationToken cancellationToken)
    {
        _sawChange = false;
        var watch = client.Streams.WatchAsync(
            name.Namespace, new WatchOptions { FieldSelector = $"metadata.name={name.Name}" }, cancellationToken);
        try
        {
            await foreach (var change in watch.ConfigureAwait(false))
            {
                if (Take(change) is { } result)
                {
                    return result;
                }
            }
        }
        catch (ApiException e) when (e.Reason == ApiFailure.Gone)
        {
            // The next watch begins with the stream as it is then.
        }

        return null;
    }

    private T? Take(WatchEvent<ImageStream> change)
    {
        (_sawChange, _last) = change switch
        {
            WatchEvent<ImageStream>.Added added => (true, added.Object),
            WatchEvent<ImageStream>.Modified modified => (true, modified.Object),
            WatchEvent<ImageStream>.Deleted => (true, null),
            _ => (_sawChange, _last),
        };
        return _last is null ? null : goal.Find(_last);
    }
}
