using ImageStreams.Clients;
using ImageStreams.Serialization;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>One object from a beginning on: how it is then, and each change, in one request where the server can.</summary>
internal sealed class ObservedObject<T, TList>(ApiResource<T, TList> resource, string? ns, string name) : IAsyncDisposable
    where T : ApiObject, IWireObject<T>
    where TList : ApiList<T>, IWireObject<TList>
{
    private readonly WatchOptions _options = new()
    {
        FieldSelector = $"metadata.name={name}",
        SendInitialEvents = true,
        BookmarkInterval = TimeSpan.FromMinutes(1),
    };

    private WatchRequest? _request;
    private IAsyncEnumerator<WatchEvent<T>>? _later;
    private string _version = "";

    /// <summary>Gets the object as it is; null when there is none.</summary>
    /// <exception cref="ApiException">The cluster refuses, or does not answer.</exception>
    public async Task<T?> BeginAsync(CancellationToken cancellationToken)
    {
        var beginning = new WatchBeginning<T, TList>(resource, ns, _options);
        var (initial, request) = await beginning.GetAsync(cancellationToken).ConfigureAwait(false);
        (_request, _version) = (request, initial.ResourceVersion);
        return initial.Objects.Count > 0 ? initial.Objects[0] : null;
    }

    /// <summary>Waits for the next change.</summary>
    public async Task<WatchEvent<T>> NextAsync(CancellationToken cancellationToken)
    {
        while (_request is not null)
        {
            if (await TryReadAsync(_request, cancellationToken).ConfigureAwait(false) is not { } change)
            {
                await CloseAsync().ConfigureAwait(false);
                break;
            }

            _version = change.ResourceVersion;
            if (change is not WatchEvent<T>.Bookmark)
            {
                return change;
            }
        }

        _later ??= ResumeAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        return await _later.MoveNextAsync().ConfigureAwait(false) ? _later.Current : throw ReplyErrors.Cut("The changes of an object");
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        if (_later is { } later)
        {
            await later.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<WatchEvent<T>?> TryReadAsync(WatchRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadAsync(cancellationToken).ConfigureAwait(false) is { } frame ? WatchEvents.Read<T>(frame, _version) : null;
        }
        catch (ApiException e) when (e.Reason != ApiFailure.Gone)
        {
            // Another request goes on from there.
            return null;
        }
    }

    private IAsyncEnumerable<WatchEvent<T>> ResumeAsync(CancellationToken cancellationToken)
    {
        var options = new WatchOptions { FieldSelector = _options.FieldSelector, ResourceVersion = _version };
        return resource.WatchAsync(ns, options, cancellationToken);
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
