using System.Globalization;
using ImageStreams.Clients;

namespace ImageStreams.Controllers;

/// <content>Lists, and watches.</content>
public sealed partial class Reflector<T>
{
    private const string Watched = "watched";

    /// <summary>The next step is a list.</summary>
    private bool _mustList = true;

    /// <summary>The state of a list was gone before all of its pages were read: the next one is without pages.</summary>
    private bool _wasTooSlow;

    /// <summary>Lists when that is needed, and watches until the watch ends; waits after an error.</summary>
    private async Task StepAsync(CancellationToken cancellationToken)
    {
        var action = "listed";
        try
        {
            if (_mustList)
            {
                await ListAsync(cancellationToken).ConfigureAwait(false);
            }

            action = Watched;
            if (!await WatchAsync(cancellationToken).ConfigureAwait(false))
            {
                await Task.Delay(_options.RetryDelay, _timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_mustList && action == Watched && !cancellationToken.IsCancellationRequested)
        {
            // The watch was ended: when the objects may be seen again, all of them are listed.
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            _wasTooSlow = _mustList && e is ApiException { Reason: ApiFailure.Gone };
            await HandleAsync(e, action, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        List<T> objects = [];
        string? version = null;
        var page = new ListOptions
        {
            LabelSelector = _options.LabelSelector,
            FieldSelector = _options.FieldSelector,
            Limit = _wasTooSlow ? 0 : _options.PageSize,
        };
        do
        {
            var list = await _source.ListPageAsync(_options.Namespace, page, cancellationToken).ConfigureAwait(false);
            objects.AddRange(list.Items);
            version ??= list.Metadata.ResourceVersion;
            page = page with { Continue = list.Metadata.Continue };
        }
        while (!string.IsNullOrEmpty(page.Continue));

        _wasTooSlow = false;
        var changes = Tell(() => Objects.Replace(Limit(objects)));
        _logger.Listed(_source.Resource, objects.Count, version, changes);
        Record(version);
        Change(static status => status with { Lists = status.Lists + 1 });
        _synced.TrySetResult();
        _mustList = false;
    }

    /// <summary>Tells each change until the watch ends; false when it had none.</summary>
    private async Task<bool> WatchAsync(CancellationToken cancellationToken)
    {
        var hasEvent = false;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var options = new WatchOptions
        {
            LabelSelector = _options.LabelSelector,
            FieldSelector = _options.FieldSelector,
            ResourceVersion = Status.ResourceVersion,
            BookmarkInterval = _options.BookmarkInterval,
            OnInterrupted = failure => OnInterrupted(failure, end),
        };
        await foreach (var change in _source.WatchChangesAsync(_options.Namespace, options, end.Token).ConfigureAwait(false))
        {
            hasEvent = true;
            _behind = 0;
            if (!IsOld(change.ResourceVersion))
            {
                Tell(() => Apply(change) ? 1 : 0);
                Record(change.ResourceVersion);
            }

            if (_mustList)
            {
                break;
            }
        }

        return hasEvent;
    }

    /// <summary>Determines whether an event was told already: servers may repeat some when a watch goes on.</summary>
    private bool IsOld(string version) =>
        TryRead(version, out var told) && TryRead(GetVersion(), out var reached) && told < reached;

    private static bool TryRead(string? version, out ulong number) =>
        ulong.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private async Task ResyncAsync(CancellationToken cancellationToken)
    {
        if (_options.ResyncInterval is not { } interval)
        {
            return;
        }

        using var timer = new PeriodicTimer(interval, _timeProvider);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            Tell(() =>
            {
                Objects.Resync();
                return Objects.Count;
            });
        }
    }

    /// <summary>Tells observers; what one of them throws is logged, because to tell it again would fail as well.</summary>
    private int Tell(Func<int> tell)
    {
        try
        {
            return tell();
        }
#pragma warning disable CA1031 // Whatever an observer throws: the reflector goes on for the others.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _logger.ObserverFailed(_source.Resource, e.Message, e);
            RecordError(e, isFailure: false);
            return 0;
        }
    }
}
