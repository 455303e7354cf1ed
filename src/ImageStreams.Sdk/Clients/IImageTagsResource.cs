using ImageStreams.Patching;

namespace ImageStreams.Clients;

/// <summary>Single tags of streams, each with its spec tag, its history and its image: <c>imagetags</c>.</summary>
/// <remarks>
/// Views of streams: a tag has the metadata of its stream except for the name. Unlike <see cref="IImageStreamTagsResource"/>
/// it includes tags that are pending or failed, with the reason.
/// </remarks>
public interface IImageTagsResource
{
    /// <summary>Gets a tag, with its image if it has one.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The tag, as <c>stream:tag</c>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag, with its kind and version.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ApiException">
    /// There is no such stream, or it has neither a spec tag nor a history of that name (<see cref="ApiFailure.NotFound"/>).
    /// The name does not have that form (<see cref="ApiFailure.BadRequest"/>).
    /// </exception>
    Task<ImageTag> GetAsync(string ns, string name, CancellationToken cancellationToken = default);

    /// <summary>Lists all tags, without images.</summary>
    /// <remarks>
    /// As in OpenShift there are no pages and no version. Label selectors select streams; a field selector applies to
    /// the streams and then to the tags, so that a selector of a name finds nothing. Every tag repeats the metadata of its
    /// stream: list streams where there are many tags.
    /// </remarks>
    /// <param name="ns">The namespace; null for all namespaces.</param>
    /// <param name="options">The selectors, or null for everything.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ApiException">A selector is malformed (<see cref="ApiFailure.BadRequest"/>).</exception>
    Task<ImageTagList> ListAsync(
        string? ns, ListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Adds a tag to a stream, and creates the stream if there is none.</summary>
    /// <param name="tag">The tag, with its namespace; its name is <c>stream:tag</c>.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag as it was written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    /// <exception cref="ApiException">
    /// The stream has such a spec tag (<see cref="ApiFailure.AlreadyExists"/>). The tag is not valid, or has no spec
    /// (<see cref="ApiFailure.Invalid"/>). Its name has no colon (<see cref="ApiFailure.InternalError"/>, as in OpenShift).
    /// </exception>
    Task<ImageTag> CreateAsync(
        ImageTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes the spec tag of a tag, and adds the tag if there is none.</summary>
    /// <remarks>
    /// Without a version, the tag is replaced unconditionally. Without a spec, the tag loses its spec tag. As in OpenShift,
    /// status and metadata must be as they were read, and a spec tag of a stream that a client created cannot be changed
    /// here, unless <see cref="EmbeddedImageStreamOptions.AcceptImageTagUpdates"/> is set: change it through
    /// <see cref="IImageStreamTagsResource"/> or the stream.
    /// </remarks>
    /// <param name="tag">The tag, with its namespace; its name is <c>stream:tag</c>.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag as it was written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    /// <exception cref="ApiException">
    /// The stream has changed since the version (<see cref="ApiFailure.Conflict"/>). The tag is not valid, or more than its
    /// spec differs (<see cref="ApiFailure.Invalid"/>).
    /// </exception>
    Task<ImageTag> UpdateAsync(
        ImageTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reads a tag, changes it and writes it, and repeats that when others write in between.</summary>
    /// <remarks>The given tag has no image.</remarks>
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
    Task<ImageTag> PatchAsync(
        string ns,
        string name,
        Func<ImageTag, ImageTag> change,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Patches a tag, and repeats that when others write in between.</summary>
    /// <remarks>
    /// Where there is no such tag, or no such stream, the patch sees one without a spec tag, and what it sets is added.
    /// The metadata cannot be changed here, not even by an apply, which would add owners to it.
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
    Task<PatchResult<ImageTag>> PatchAsync(
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
