using System.Security.Cryptography;
using ImageStreams.Clients;
using ImageStreams.Internal;

namespace ImageStreams.Controllers;

/// <content>Lists, watches, and the waits after errors.</content>
public sealed partial class StreamFeed
{
    private const int JitterSteps = 1024;

    /// <summary>The next step is a list.</summary>
    private bool _mustList = true;

    /// <summary>The number of watches in a row that were too far behind before they told anything.</summary>
    private int _behind;

    /// <summary>Lists when that is needed, and watches until the watch ends; waits after an error.</summary>
    private async Task StepAsync(CancellationToken cancellationToken)
    {
        var action = "listed";
        try
        {
            if (_mustList)
            {
                await ListAsync(cancellationToken).ConfigureAwait(false);
                _mustList = false;
            }

            action = "watched";
            if (!await WatchAsync(cancellationToken).ConfigureAwait(false))
            {
                await Task.Delay(_options.RetryDelay, _timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            await HandleAsync(e, action, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        List<ImageStream> streams = [];
        string? version = null;
        var page = new ListOptions { LabelSelector = _options.LabelSelector, Limit = _options.PageSize };
        do
        {
            var list = await _client.Streams.ListAsync(_options.Namespace, page, cancellationToken).ConfigureAwait(false);
            streams.AddRange(list.Items);
            version ??= list.Metadata.ResourceVersion;
            page = page with { Continue = list.Metadata.Continue };
        }
        while (!string.IsNullOrEmpty(page.Continue));

        var changes = Tell(() => Streams.Replace(streams));
        _logger.Listed(streams.Count, version, changes);
        Record(version);
        Change(static status => status with { Lists = status.Lists + 1 });
        _synced.TrySetResult();
    }

    /// <summary>Tells each change until the watch ends; false when it had none.</summary>
    private async Task<bool> WatchAsync(CancellationToken cancellationToken)
    {
        var hasEvent = false;
        var options = new WatchOptions
        {
            LabelSelector = _options.LabelSelector,
            ResourceVersion = Status.ResourceVersion,
            BookmarkInterval = _options.BookmarkInterval,
        };
        await foreach (var change in _client.Streams.WatchAsync(_options.Namespace, options, cancellationToken)
            .ConfigureAwait(false))
        {
            hasEvent = true;
            _behind = 0;
            Tell(() => Streams.Apply(change) ? 1 : 0);
            Record(change.ResourceVersion);
        }

        return hasEvent;
    }

    /// <summary>Tells observers; what one of them throws is logged, because to tell it again would fail as well.</summary>
    private int Tell(Func<int> tell)
    {
        try
        {
            return tell();
        }
#pragma warning disable CA1031 // Whatever an observer throws: the feed goes on for the others.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _logger.ObserverFailed(e.Message, e);
            RecordError(e, isFailure: false);
            return 0;
        }
    }

    /// <summary>Lists at once where the first error means that changes were missed; otherwise waits.</summary>
    private async Task HandleAsync(Exception exception, string action, CancellationToken cancellationToken)
    {
        var failures = RecordError(exception, isFailure: true);
        if (exception is ApiException { Reason: ApiFailure.Gone })
        {
            _mustList = true;
            failures = ++_behind;
            if (failures == 1)
            {
                _logger.FellBehind(exception.Message);
                return;
            }
        }

        var delay = GetDelay(failures);
        _logger.FeedFailed(action, delay, exception.Message, exception);
        await Task.Delay(delay, _timeProvider, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets the wait after an error, without up to half of it, so that many processes do not return together.</summary>
    private TimeSpan GetDelay(int failures)
    {
        var delay = Backoff.GetDelay(_options.RetryDelay, _options.MaxRetryDelay, failures);
        return delay * (1 - (RandomNumberGenerator.GetInt32(JitterSteps) / (2.0 * JitterSteps)));
    }

    /// <summary>Records that everything up to a version was told.</summary>
    private void Record(string? version)
    {
        var now = _timeProvider.GetUtcNow();
        Change(status => status with { ResourceVersion = version, LastEvent = now, Failures = 0 });
    }

    /// <summary>Records an error, and returns the number of failures in a row.</summary>
    private int RecordError(Exception exception, bool isFailure)
    {
        var now = _timeProvider.GetUtcNow();
        Change(status => status with
        {
            LastError = exception.Message,
            LastErrorTime = now,
            Failures = status.Failures + (isFailure ? 1 : 0),
        });
        return Status.Failures;
    }
}
