using ImageStreams.Clients;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>Gets the state that a watch begins with: sent by the server, listed by pages, or its version alone.</summary>
internal sealed class WatchBeginning<T, TList>(ApiResource<T, TList> resource, string? ns, WatchOptions options)
    where T : ApiObject, IWireObject<T>
    where TList : ApiList<T>, IWireObject<TList>
{
    private bool _wasGone;

    /// <summary>Gets the objects and their version, and the request that goes on from there; null where there is none yet.</summary>
    /// <exception cref="ApiException">The server refuses, or is not reached; <see cref="ApiFailure.Gone"/> when the state was gone
    /// between two pages: the next call lists without pages.</exception>
    public async Task<(InitialObjects<T> Initial, WatchRequest? Request)> GetAsync(CancellationToken cancellationToken)
    {
        if (options.SendInitialEvents == true && await TryReceiveAsync(cancellationToken).ConfigureAwait(false) is { } received)
        {
            return received;
        }

        try
        {
            return (await ListAsync(cancellationToken).ConfigureAwait(false), null);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.Gone)
        {
            _wasGone = true;
            throw;
        }
    }

    private async Task<InitialObjects<T>> ListAsync(CancellationToken cancellationToken) => options.SendInitialEvents == false
        ? await InitialObjects<T>.GetVersionAsync(resource, ns, options, cancellationToken).ConfigureAwait(false)
        : await InitialObjects<T>.ListAsync(resource, ns, options, inPages: !_wasGone, cancellationToken).ConfigureAwait(false);

    /// <summary>Lets the server send the objects; null when it cannot.</summary>
    private async Task<(InitialObjects<T> Initial, WatchRequest? Request)?> TryReceiveAsync(CancellationToken cancellationToken)
    {
        WatchRequest? request = null;
        try
        {
            request = await WatchRequest.OpenAsync(resource, ns, options, version: null, cancellationToken).ConfigureAwait(false);
            return (await InitialObjects<T>.ReceiveAsync(request, cancellationToken).ConfigureAwait(false), request);
        }
        catch (ApiException e) when (e.Reason is not (ApiFailure.Unauthorized or ApiFailure.Forbidden))
        {
            // A server that cannot send them, in whatever way it says that, lists; what else is wrong with the request, it says again.
            await CloseAsync(request).ConfigureAwait(false);
            return null;
        }
        catch
        {
            await CloseAsync(request).ConfigureAwait(false);
            throw;
        }
    }

    private static ValueTask CloseAsync(WatchRequest? request) => request?.DisposeAsync() ?? ValueTask.CompletedTask;
}
