using ImageStreams.Patching;

namespace ImageStreams.Clients;

/// <summary>Single tags of streams, each with its image: <c>imagestreamtags</c>.</summary>
/// <remarks>
/// Views of streams: a tag has the UID, the version and the labels of its stream, and the annotations of its spec tag. A tag
/// that is pending, failed or only passes on a pull spec has no image and is not found here; to wait for a tag, use
/// <see cref="IImageTagsResource"/>. Tags cannot be watched.
/// </remarks>
public interface IImageStreamTagsResource
{
    /// <summary>Gets a tag with its image, under the pull spec of its reference policy.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The tag, as <c>stream:tag</c>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag, with its kind and version.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ApiException">
    /// There is no such stream, the tag has no image, or the image's object is missing (<see cref="ApiFailure.NotFound"/>,
    /// with the name of the missing object). The name does not have that form (<see cref="ApiFailure.BadRequest"/>).
    /// </exception>
    Task<ImageStreamTag> GetAsync(string ns, string name, CancellationToken cancellationToken = default);

    /// <summary>Lists the tags that have images, with names and pull specs of the images only.</summary>
    /// <remarks>
    /// As in OpenShift there are no pages and no version. Label selectors select streams; a field selector applies to
    /// the streams and then to the tags, so that a selector of a name finds nothing.
    /// </remarks>
    /// <param name="ns">The namespace; null for all namespaces.</param>
    /// <param name="options">The selectors, or null for everything.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ApiException">A selector is malformed (<see cref="ApiFailure.BadRequest"/>).</exception>
    Task<ImageStreamTagList> ListAsync(
        string? ns, ListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Adds a tag to a stream, and creates the stream if there is none.</summary>
    /// <remarks>
    /// Returns before anything is imported. Annotations are those of the spec tag, which must equal those of the object;
    /// labels and the image are dropped. Without a spec tag the stream does not change.
    /// </remarks>
    /// <param name="tag">The tag, with its namespace; its name is <c>stream:tag</c>.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag as it was written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    /// <exception cref="ApiException">
    /// The stream has such a spec tag (<see cref="ApiFailure.AlreadyExists"/>). The tag is not valid
    /// (<see cref="ApiFailure.Invalid"/>). Its name has no colon (<see cref="ApiFailure.InternalError"/>, as in OpenShift).
    /// </exception>
    Task<ImageStreamTag> CreateAsync(
        ImageStreamTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes a tag, and adds it if there is none, as a <c>PUT</c> does.</summary>
    /// <remarks>
    /// Without a version, the tag is replaced unconditionally. Annotations are those of the object; labels cannot be changed
    /// here. Tags of the stream that follow it move in the same write.
    /// </remarks>
    /// <param name="tag">The tag, with its namespace; its name is <c>stream:tag</c>.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag as it was written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    /// <exception cref="ApiException">
    /// The stream has changed since the version (<see cref="ApiFailure.Conflict"/>). The tag is not valid
    /// (<see cref="ApiFailure.Invalid"/>). Neither the object nor the stream has a spec tag
    /// (<see cref="ApiFailure.BadRequest"/>).
    /// </exception>
    Task<ImageStreamTag> UpdateAsync(
        ImageStreamTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reads a tag, changes it and writes it, and repeats that when others write in between.</summary>
    /// <remarks>The given tag has its image by name only.</remarks>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The tag, as <c>stream:tag</c>.</param>
    /// <param name="change">
    /// The function that creates the next tag from the current one; called once for each attempt. Where there is no such tag,
    /// or no such stream, it gets one without a spec tag, and what it returns is added.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag as it was written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/>, <paramref name="name"/> or <paramref name="change"/> is
    /// null.</exception>
    /// <exception cref="ArgumentException"><paramref name="change"/> returned null.</exception>
    /// <exception cref="ApiException">As for <see cref="UpdateAsync"/>, except for conflicts with other writers.</exception>
    Task<ImageStreamTag> PatchAsync(
        string ns,
        string name,
        Func<ImageStreamTag, ImageStreamTag> change,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Patches a tag, and repeats that when others write in between.</summary>
    /// <remarks>
    /// Where there is no such tag, or no such stream, the patch sees one without a spec tag, and what it sets is added.
    /// Labels cannot be changed here, and an apply to a stream that exists is always invalid, because it would add
    /// owners to the metadata.
    /// </remarks>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The tag, as <c>stream:tag</c>.</param>
    /// <param name="patch">The patch.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag as it was written, and whether its spec tag was created.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/>, <paramref name="name"/> or <paramref name="patch"/> is
    /// null.</exception>
    /// <exception cref="ApiException">
    /// As for <see cref="UpdateAsync"/>, except for conflicts with other writers. The text is no patch
    /// (<see cref="ApiFailure.BadRequest"/>). The patch does not fit the tag (<see cref="ApiFailure.Invalid"/>).
    /// </exception>
    Task<PatchResult<ImageStreamTag>> PatchAsync(
        string ns,
        string name,
        ObjectPatch patch,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Deletes a tag with its history; the stream stays.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The tag, as <c>stream:tag</c>.</param>
    /// <param name="options">The options, with the UID and the version of the stream, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ApiException">
    /// There is no such tag (<see cref="ApiFailure.NotFound"/>). Its stream does not meet the preconditions in the options
    /// (<see cref="ApiFailure.Conflict"/>).
    /// </exception>
    Task DeleteAsync(
        string ns, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default);
}
