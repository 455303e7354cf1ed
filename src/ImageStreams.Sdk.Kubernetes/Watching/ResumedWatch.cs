using ImageStreams.Clients;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using System.Runtime.CompilerServices;

namespace ImageStreams.Kubernetes;

/// <summary>A watch that goes on, from where it was, when a request ends or breaks.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <typeparam name="TList">The kind of its lists.</typeparam>
internal sealed class ResumedWatch<T, TList>(ApiResource<T, TList> resource, string? ns, WatchOptions options)
    where T : ApiObject, IWireObject<T>
    where TList : ApiList<T>, IWireObject<TList>
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);

    private readonly WatchFailures _failures = new(options.OnInterrupted);
    private readonly WatchBeginning<T, TList> _beginning = new(resource, ns, options);
    private WatchRequest? _request;
    private string? _version = options.SendInitialEvents == true || options.ResourceVersion is "" or "0" ? null : options.ResourceVersion;
    private bool _sawEvent;

    /// <summary>Watches until the token is canceled.</summary>
    /// <exception cref="ApiException">The version is gone, or the server refuses the watch.</exception>
    public async IAsyncEnumerable<WatchEvent<T>> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            while (_version is null)
            {
                foreach (var change in await BeginAsync(cancellationToken).ConfigureAwait(false))
                {
                    yield return change;
                }
            }

            while (true)
            {
                if (await TryReadAsync(cancellationToken).ConfigureAwait(false) is { } change)
                {
                    yield return change;
                }
            }
        }
        finally
        {
            await CloseAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Gets the state that the watch begins with; the version stays null when that failed for now.</summary>
    private async Task<IEnumerable<WatchEvent<T>>> BeginAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (initial, request) = await _beginning.GetAsync(cancellationToken).ConfigureAwait(false);
            (_version, _request) = (initial.ResourceVersion, request);
            _failures.SetWorking();
            _failures.Reset();
            return options.SendInitialEvents == false ? [] : initial.ToEvents().Concat(GetEnd());
        }
        catch (ApiException e) when (_failures.IsPassing(e) || e.Reason == ApiFailure.Gone)
        {
            // Nothing of a list whose state was gone between its pages was told: the next one is another.
            await FailAsync(e, cancellationToken).ConfigureAwait(false);
            return [];
        }
    }

    private IEnumerable<WatchEvent<T>> GetEnd() => options is { SendInitialEvents: true, BookmarkInterval: not null }
        ? [new WatchEvent<T>.Bookmark { ResourceVersion = _version!, EndsInitialEvents = true }]
        : [];

    /// <summary>Reads an event; null for one that the caller does not want, and where a request has ended.</summary>
    private async ValueTask<WatchEvent<T>?> TryReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_request is null)
            {
                _request = await WatchRequest.OpenAsync(resource, ns, options, _version, cancellationToken).ConfigureAwait(false);
                _failures.SetWorking();
            }

            if (await _request.ReadAsync(cancellationToken).ConfigureAwait(false) is { } frame)
            {
                return Take(WatchEvents.Read<T>(frame, _version!));
            }

            await EndAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (_failures.IsPassing(e))
        {
            await FailAsync(e, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private WatchEvent<T>? Take(WatchEvent<T>? change)
    {
        _failures.Reset();
        _sawEvent = true;
        if (change is null || EventVersions.IsBefore(change.ResourceVersion, _version!))
        {
            return null;
        }

        _version = change.ResourceVersion;
        return change is WatchEvent<T>.Bookmark && options.BookmarkInterval is null ? null : change;
    }

    // A server that ends requests at once is not asked again at once.
    private async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        var hadEvent = _sawEvent;
        _sawEvent = false;
        await CloseAsync().ConfigureAwait(false);
        if (!hadEvent)
        {
            _failures.AddEmpty();
            await WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task FailAsync(ApiException exception, CancellationToken cancellationToken)
    {
        await CloseAsync().ConfigureAwait(false);
        _failures.Add(exception);
        await WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private Task WaitAsync(CancellationToken cancellationToken)
    {
        var delay = RetryDelays.Get(FirstDelay, resource.Sender.Options.MaxRetryDelay, _failures.Count);
        return Task.Delay(delay, resource.Sender.TimeProvider, cancellationToken);
    }

    private async ValueTask CloseAsync()
    {
        if (_request is { } request)
        {
            _request = null;
            await request.DisposeAsync().ConfigureAwait(false);
        }
    }
}
