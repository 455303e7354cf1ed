using ImageStreams.Clients;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Kubernetes;

/// <summary>Writes Events, sparingly: one that is repeated is counted, objects and all of them together have limits, and what cannot be
/// written is dropped. Not thread-safe.</summary>
/// <param name="client">The client of Events.</param>
/// <param name="options">The options.</param>
/// <param name="timeProvider">The time provider.</param>
/// <param name="logger">The logger.</param>
internal sealed class EventRecorder(EventClient client, KubernetesEventOptions options, TimeProvider timeProvider, ILogger logger)
{
    private const double SecondsPerMinute = 60;

    private readonly RecentlyUsed<(EventObject Object, string Reason, string Text), EventSeries> _series = new(options.MaxSeries);
    private readonly RecentlyUsed<EventObject, EventAllowance> _objects = new(options.MaxSeries);
    private readonly EventAllowance _all =
        new(options.MaxPerMinute, TimeSpan.FromSeconds(SecondsPerMinute / options.MaxPerMinute), timeProvider.GetUtcNow());

    private bool _hasFailed;

    /// <summary>The number of different Events that are remembered.</summary>
    public int Count => _series.Count;

    /// <summary>Writes an Event, counts it, or drops it; a failure of the API is logged once, until it works again.</summary>
    public async Task RecordAsync(EventNote note, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        var series = _series.GetOrAdd((note.Object, note.Reason, note.Text), static () => new EventSeries());
        series.Count++;
        if (!IsAllowed(note.Object, series, now))
        {
            return;
        }

        series.Written = now;
        try
        {
            await WriteAsync(note, series, now, cancellationToken).ConfigureAwait(false);
            _hasFailed = false;
        }
        catch (ApiException e)
        {
            SayFailed(e);
        }
    }

    private bool IsAllowed(EventObject about, EventSeries series, DateTimeOffset now)
    {
        var own = _objects.GetOrAdd(about, () => new EventAllowance(options.BurstPerObject, options.RepeatInterval, now));
        var isLate = series.Name is null || now - series.Written >= options.RepeatInterval;
        if (!isLate || !own.IsOpen(now) || !_all.IsOpen(now))
        {
            return false;
        }

        own.Take();
        _all.Take();
        return true;
    }

    // An API server forgets Events after some time: one that is gone begins anew.
    private async Task WriteAsync(EventNote note, EventSeries series, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (series.Name is { } name && await client.CountAsync(note, name, series.Count, now, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        series.Name = null;
        series.Name = await client.CreateAsync(note, now, cancellationToken).ConfigureAwait(false);
        series.Count = 1;
    }

    private void SayFailed(ApiException failure)
    {
        if (!_hasFailed)
        {
            _hasFailed = true;
            logger.EventsFailed(failure.Message);
        }
    }
}
