using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Image streams: <c>imagestreams</c>.</summary>
/// <remarks>
/// Single objects name their kind and version; the items of lists do not, as on the wire. A stream shows the repositories
/// that pushes go to, whatever its writer says.
/// </remarks>
public interface IImageStreamsResource
{
    /// <summary>A stream.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">There is no such stream: not found.</exception>
    Task<ImageStream> GetAsync(string ns, string name, CancellationToken cancellationToken = default);

    /// <summary>The streams of a namespace, ordered by namespace and name.</summary>
    /// <remarks>
    /// With a limit, <c>metadata.continue</c> of the list is where the next page begins, and all pages show the state of
    /// the first one. How many streams follow is said only where no selector is used. An unknown namespace is empty.
    /// </remarks>
    /// <param name="ns">The namespace; null for all of them.</param>
    /// <param name="options">What to list; everything when null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">
    /// A selector or the token is none: a bad request. The state of the token's first page is no longer kept: gone.
    /// </exception>
    Task<ImageStreamList> ListAsync(
        string? ns, ListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Creates a stream.</summary>
    /// <remarks>
    /// A status in it is dropped, and so are UID, times and generations. Where there is only
    /// <c>metadata.generateName</c>, the server completes it. Tags that follow images in registries are pending then.
    /// </remarks>
    /// <param name="stream">The stream, its namespace included.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The stream as it is kept; without a version after a dry run.</returns>
    /// <exception cref="ApiException">
    /// There is such a stream already; the stream is not valid; or it has a version: an internal error, as in OpenShift.
    /// </exception>
    Task<ImageStream> CreateAsync(
        ImageStream stream, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes metadata and spec of a stream.</summary>
    /// <remarks>
    /// A status in it is dropped: a tag that is left out loses its wish and keeps its history. An update that changes
    /// nothing keeps the version. One that takes the last finalizer off a stream that is to be deleted deletes it.
    /// </remarks>
    /// <param name="stream">The stream, with the version that was read.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">
    /// There is no such stream; it has changed since, or has another UID: a conflict; the stream is not valid, or does not
    /// say its version.
    /// </exception>
    Task<ImageStream> UpdateAsync(
        ImageStream stream, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes the status of a stream: <c>imagestreams/status</c>.</summary>
    /// <remarks>The tags' wishes stay as they are.</remarks>
    /// <param name="stream">The stream, with the version that was read.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">As for <see cref="UpdateAsync"/>.</exception>
    Task<ImageStream> UpdateStatusAsync(
        ImageStream stream, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reads a stream, changes it and updates it, again and again while others write in between.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="change">
    /// Makes the next stream of the current one; called once for each try. To keep the version of the stream it was given
    /// is to be tried again; another version is a conflict at once.
    /// </param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">As for <see cref="UpdateAsync"/>, but for changes in between.</exception>
    Task<ImageStream> PatchAsync(
        string ns,
        string name,
        Func<ImageStream, ImageStream> change,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Deletes a stream. Where finalizers hold it, it is only marked.</summary>
    /// <remarks>Images stay; tags of other streams that followed it keep what they have.</remarks>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="options">How to delete.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">There is no such stream, or it is not as the options want it: a conflict.</exception>
    Task<DeleteResult<ImageStream>> DeleteAsync(
        string ns, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Every change of the streams of a namespace, in order.</summary>
    /// <remarks>
    /// To those who select, a change into the selection is an <see cref="WatchEvent{T}.Added"/>, and one out of it a
    /// <see cref="WatchEvent{T}.Deleted"/> that shows what the stream was. Goes on until the token is cancelled; a version
    /// that is not reached yet is waited for in silence. To follow a tag, watch its stream: tags cannot be watched.
    /// </remarks>
    /// <param name="ns">The namespace; null for all of them.</param>
    /// <param name="options">What to watch, and from where; everything, beginning with what is there, when null.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <exception cref="ApiException">
    /// The changes after the version are no longer kept, or the watcher was too slow: gone; list and watch anew. A
    /// selector is none: a bad request.
    /// </exception>
    IAsyncEnumerable<WatchEvent<ImageStream>> WatchAsync(
        string? ns, WatchOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>The blobs and images that the history of a stream refers to: <c>imagestreams/layers</c>.</summary>
    /// <remarks>
    /// Those of an index include the images of its platforms. An image whose object is gone is said to be missing.
    /// </remarks>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">There is no such stream: not found.</exception>
    Task<ImageStreamLayers> GetLayersAsync(string ns, string name, CancellationToken cancellationToken = default);
}
