using ImageStreams.Patching;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Image streams: <c>imagestreams</c>.</summary>
/// <remarks>
/// As on the wire, single objects have <c>kind</c> and <c>apiVersion</c>, and the items of lists do not. The repositories in
/// <c>status</c> are those of the registry that pushes go to, regardless of the values that were written.
/// </remarks>
public interface IImageStreamsResource
{
    /// <summary>Gets a stream.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stream, with its kind and version.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ApiException">There is no such stream (<see cref="ApiFailure.NotFound"/>).</exception>
    Task<ImageStream> GetAsync(string ns, string name, CancellationToken cancellationToken = default);

    /// <summary>Lists the streams of a namespace, ordered by namespace and name.</summary>
    /// <remarks>
    /// With a limit, <c>metadata.continue</c> of the list is the token of the next page, and all pages show the state of the
    /// first one; <c>metadata.remainingItemCount</c> is set only without selectors. An unknown namespace is empty. See
    /// <see cref="ImageStreamsResourceExtensions"/> for a list over all pages.
    /// </remarks>
    /// <param name="ns">The namespace; null for all namespaces.</param>
    /// <param name="options">The selectors and the page, or null for everything.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ApiException">
    /// A selector, the token or the version is malformed (<see cref="ApiFailure.BadRequest"/>). The state of the token's first page,
    /// or of the version, is no longer available (<see cref="ApiFailure.Gone"/>); the <c>metadata.continue</c> of the status goes on
    /// with the latest state. The version is not reached in time (<see cref="ApiFailure.Timeout"/>).
    /// </exception>
    Task<ImageStreamList> ListAsync(
        string? ns, ListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Creates a stream.</summary>
    /// <remarks>
    /// Status, UID, times and generations in it are ignored. When only <c>metadata.generateName</c> is set, the server
    /// generates the name. Tags that follow images in registries are pending afterwards.
    /// </remarks>
    /// <param name="stream">The stream, with its namespace.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stream as it is stored; without a version after a dry run.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ApiException">
    /// The stream already exists (<see cref="ApiFailure.AlreadyExists"/>). It is not valid
    /// (<see cref="ApiFailure.Invalid"/>). It has a version (<see cref="ApiFailure.InternalError"/>, as in OpenShift).
    /// </exception>
    Task<ImageStream> CreateAsync(
        ImageStream stream, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Replaces the metadata and the spec of a stream.</summary>
    /// <remarks>
    /// The status in it is ignored: a tag that is left out loses its spec tag and keeps its history. An update that changes
    /// nothing keeps the version. An update that removes the last finalizer of a stream marked for deletion deletes it.
    /// </remarks>
    /// <param name="stream">The stream, with the version that was read.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stream as it is stored.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ApiException">
    /// There is no such stream (<see cref="ApiFailure.NotFound"/>). It has changed since the version, or has another UID
    /// (<see cref="ApiFailure.Conflict"/>). It is not valid, or has no version (<see cref="ApiFailure.Invalid"/>).
    /// </exception>
    Task<ImageStream> UpdateAsync(
        ImageStream stream, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Replaces the status of a stream: <c>imagestreams/status</c>.</summary>
    /// <remarks>The spec in it is ignored, except for its lookup policy.</remarks>
    /// <param name="stream">The stream, with the version that was read.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stream as it is stored.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ApiException">As for <see cref="UpdateAsync"/>.</exception>
    Task<ImageStream> UpdateStatusAsync(
        ImageStream stream, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reads, changes and updates a stream, and repeats that when others write in between.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="change">
    /// The function that creates the next stream from the current one; called once for each attempt. A stream with another
    /// version than the given one is a conflict at once.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stream as it is stored.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/>, <paramref name="name"/> or <paramref name="change"/> is
    /// null.</exception>
    /// <exception cref="ArgumentException"><paramref name="change"/> returned null.</exception>
    /// <exception cref="ApiException">As for <see cref="UpdateAsync"/>, except for conflicts with other writers.</exception>
    Task<ImageStream> PatchAsync(
        string ns,
        string name,
        Func<ImageStream, ImageStream> change,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Patches a stream, and repeats that when others write in between.</summary>
    /// <remarks>
    /// The patch sees the stream as a reader does. A patch that names a version, in <c>metadata.resourceVersion</c>, is not repeated
    /// on another one. An apply creates the stream where there is none.
    /// </remarks>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="patch">The patch.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stream as it is stored, and whether it was created.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/>, <paramref name="name"/> or <paramref name="patch"/> is
    /// null.</exception>
    /// <exception cref="ApiException">
    /// The text is no patch, or the result has another name (<see cref="ApiFailure.BadRequest"/>). The patch does not fit the stream,
    /// or the result is not valid (<see cref="ApiFailure.Invalid"/>). The stream has changed since the version in the patch, or other
    /// managers own fields that an apply changes (<see cref="ApiFailure.Conflict"/>). There is no such stream
    /// (<see cref="ApiFailure.NotFound"/>).
    /// </exception>
    Task<PatchResult<ImageStream>> PatchAsync(
        string ns,
        string name,
        ObjectPatch patch,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Patches the status of a stream: <c>imagestreams/status</c>.</summary>
    /// <remarks>Changes of the spec are dropped, except for that of its lookup policy. Never creates a stream.</remarks>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="patch">The patch.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stream as it is stored.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/>, <paramref name="name"/> or <paramref name="patch"/> is
    /// null.</exception>
    /// <exception cref="ApiException">As for a patch of the stream.</exception>
    Task<PatchResult<ImageStream>> PatchStatusAsync(
        string ns,
        string name,
        ObjectPatch patch,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Deletes a stream, or marks it for deletion while it has finalizers.</summary>
    /// <remarks>Images stay, and tags of other streams keep the images that were copied from it.</remarks>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stream: deleted, or marked.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ApiException">
    /// There is no such stream (<see cref="ApiFailure.NotFound"/>). It does not meet the preconditions in the options
    /// (<see cref="ApiFailure.Conflict"/>).
    /// </exception>
    Task<DeleteResult<ImageStream>> DeleteAsync(
        string ns, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Watches the streams of a namespace: every change, in order.</summary>
    /// <remarks>
    /// With a selector, a change that makes a stream match is an <see cref="WatchEvent{T}.Added"/>, and a change after which
    /// it no longer matches a <see cref="WatchEvent{T}.Deleted"/> with the stream as it was. Ends when the token is
    /// canceled. For a version in the future, there are no events until it is reached. To follow a tag, watch its stream:
    /// tags cannot be watched.
    /// </remarks>
    /// <param name="ns">The namespace; null for all namespaces.</param>
    /// <param name="options">The selectors and the version to begin at, or null for everything, beginning with the streams
    /// that exist.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The changes.</returns>
    /// <exception cref="ApiException">
    /// The changes after the version are no longer available, or the watcher was too slow (<see cref="ApiFailure.Gone"/>);
    /// list and watch again. A selector is malformed (<see cref="ApiFailure.BadRequest"/>).
    /// </exception>
    IAsyncEnumerable<WatchEvent<ImageStream>> WatchAsync(
        string? ns, WatchOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the blobs and images that the history of a stream refers to: <c>imagestreams/layers</c>.</summary>
    /// <remarks>
    /// The images of an index are included. An image whose object is missing has <c>imageMissing</c>.
    /// </remarks>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The blobs and images.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ApiException">There is no such stream (<see cref="ApiFailure.NotFound"/>).</exception>
    Task<ImageStreamLayers> GetLayersAsync(string ns, string name, CancellationToken cancellationToken = default);
}
