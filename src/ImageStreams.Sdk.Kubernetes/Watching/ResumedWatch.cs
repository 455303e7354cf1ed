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

    private WatchRequest? _request;
    private string? _version = options.SendInitialEvents == true || options.ResourceVersion is "" or "0" ? null : options.ResourceVersion;
    private int _failures;
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
            var initial = await GetInitialAsync(cancellationToken).ConfigureAwait(false);
            (_version, _failures) = (initial.ResourceVersion, 0);
            return options.SendInitialEvents == false ? [] : initial.ToEvents().Concat(GetEnd());
        }
        catch (ApiException e) when (IsPassing(e))
        {
            await FailAsync(cancellationToken).ConfigureAwait(false);
            return [];
        }
    }

    private async Task<InitialObjects<T>> GetInitialAsync(CancellationToken cancellationToken)
    {
        if (options.SendInitialEvents != true)
        {
            return await InitialObjects<T>.ListAsync(resource, ns, options, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            _request = await WatchRequest.OpenAsync(resource, ns, options, version: null, cancellationToken).ConfigureAwait(false);
            return await InitialObjects<T>.ReceiveAsync(_request, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason is not (ApiFailure.Unauthorized or ApiFailure.Forbidden))
        {
            // A server that cannot send them, in whatever way it says that, lists; what else is wrong with the request, it says again.
            await CloseAsync().ConfigureAwait(false);
            return await InitialObjects<T>.ListAsync(resource, ns, options, cancellationToken).ConfigureAwait(false);
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
            _request ??= await WatchRequest.OpenAsync(resource, ns, options, _version, cancellationToken).ConfigureAwait(false);
            if (await _request.ReadAsync(cancellationToken).ConfigureAwait(false) is { } frame)
            {
                return Take(WatchEvents.Read<T>(frame, _version!));
            }

            await EndAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (IsPassing(e))
        {
            await FailAsync(cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private WatchEvent<T>? Take(WatchEvent<T>? change)
    {
        (_failures, _sawEvent) = (0, true);
        _version = change?.ResourceVersion ?? _version;
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
            await FailAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task FailAsync(CancellationToken cancellationToken)
    {
        await CloseAsync().ConfigureAwait(false);
        var delay = RetryDelays.Get(FirstDelay, resource.Sender.Options.MaxRetryDelay, ++_failures);
        await Task.Delay(delay, resource.Sender.TimeProvider, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask CloseAsync()
    {
        if (_request is { } request)
        {
            _request = null;
            await request.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static bool IsPassing(ApiException exception) => exception.Reason
        is ApiFailure.ServiceUnavailable or ApiFailure.Timeout or ApiFailure.TooManyRequests or ApiFailure.InternalError;
}
