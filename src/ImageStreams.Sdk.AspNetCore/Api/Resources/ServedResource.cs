using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>A resource of the served API: what answers the requests to its paths.</summary>
/// <remarks>
/// <para>The API has read the path, the query and the body, and has asked for the right before it calls a method; only the verbs of
/// <see cref="Definition"/> are called. A failure is an <see cref="ApiException"/>, whose <c>Status</c> is the answer; any other
/// exception is logged, and answered with status 500.</para>
/// <para>All members are called concurrently.</para>
/// </remarks>
public abstract class ServedResource
{
    /// <summary>The names and abilities of the resource.</summary>
    public abstract ResourceDefinition Definition { get; }

    /// <summary>Reads an object, or a subresource of it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">A token that is canceled when the client is gone or the time is up.</param>
    public virtual ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken) => Refuse();

    /// <summary>Lists objects: a <see cref="ServedAnswer.Many"/>.</summary>
    /// <param name="request">The request; see <see cref="ResourceRequest.List"/>.</param>
    /// <param name="cancellationToken">A token that is canceled when the client is gone or the time is up.</param>
    public virtual ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken) => Refuse();

    /// <summary>Watches objects.</summary>
    /// <param name="request">The request; see <see cref="ResourceRequest.Watch"/>.</param>
    /// <param name="cancellationToken">A token that is canceled when the client is gone or the time of the watch is up.</param>
    /// <returns>The events; an <see cref="ApiException"/> before the first is answered as any other, a later one is an event.</returns>
    public virtual IAsyncEnumerable<ServedEvent> WatchAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        throw ServedErrors.MethodNotAllowed();

    /// <summary>Creates an object, or a subresource of one.</summary>
    /// <param name="request">The request, with a body; see <see cref="ResourceRequest.Write"/>.</param>
    /// <param name="cancellationToken">A token that is canceled when the client is gone or the time is up.</param>
    public virtual ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken) => Refuse();

    /// <summary>Replaces an object, or a subresource of it.</summary>
    /// <param name="request">The request, with a body; see <see cref="ResourceRequest.Write"/>.</param>
    /// <param name="cancellationToken">A token that is canceled when the client is gone or the time is up.</param>
    public virtual ValueTask<ServedAnswer> UpdateAsync(ResourceRequest request, CancellationToken cancellationToken) => Refuse();

    /// <summary>Patches an object, or a subresource of it.</summary>
    /// <param name="request">The request, with a patch in the body; see <see cref="ResourceRequest.Write"/>.</param>
    /// <param name="cancellationToken">A token that is canceled when the client is gone or the time is up.</param>
    public virtual ValueTask<ServedAnswer> PatchAsync(ResourceRequest request, CancellationToken cancellationToken) => Refuse();

    /// <summary>Deletes an object.</summary>
    /// <param name="request">The request; see <see cref="ResourceRequest.Delete"/>.</param>
    /// <param name="cancellationToken">A token that is canceled when the client is gone or the time is up.</param>
    public virtual ValueTask<ServedAnswer> DeleteAsync(ResourceRequest request, CancellationToken cancellationToken) => Refuse();

    /// <summary>Deletes the objects that are selected.</summary>
    /// <param name="request">The request; see <see cref="ResourceRequest.List"/> and <see cref="ResourceRequest.Delete"/>.</param>
    /// <param name="cancellationToken">A token that is canceled when the client is gone or the time is up.</param>
    public virtual ValueTask<ServedAnswer> DeleteCollectionAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        Refuse();

    private static ValueTask<ServedAnswer> Refuse() => throw ServedErrors.MethodNotAllowed();
}
