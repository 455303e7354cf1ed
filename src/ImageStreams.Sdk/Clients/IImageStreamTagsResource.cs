namespace ImageStreams.Clients;

/// <summary>Single tags of streams, each with its image: <c>imagestreamtags</c>.</summary>
/// <remarks>
/// Views of streams: a tag has the UID, the version and the labels of its stream, and the annotations of its wish. A tag
/// that is pending, failed or only hands a pull spec on has no image and is not found here; to wait for a tag, use
/// <see cref="IImageTagsResource"/>. Tags cannot be watched.
/// </remarks>
public interface IImageStreamTagsResource
{
    /// <summary>A tag and the whole image that it points to, under the pull spec of its reference policy.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The tag, as <c>stream:tag</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">
    /// There is no such stream, the tag has no image, or the image's object is gone: not found, and the name says which.
    /// The name is not of that form: a bad request.
    /// </exception>
    Task<ImageStreamTag> GetAsync(string ns, string name, CancellationToken cancellationToken = default);

    /// <summary>The tags that have images; of the images only names and pull specs.</summary>
    /// <remarks>
    /// As in OpenShift there are no pages and no version. Label selectors choose streams; a field selector is applied to
    /// the streams and then to the tags, so that one for a name finds nothing.
    /// </remarks>
    /// <param name="ns">The namespace; null for all of them.</param>
    /// <param name="options">Whose tags to list.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">A selector is none: a bad request.</exception>
    Task<ImageStreamTagList> ListAsync(
        string? ns, ListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Adds a tag to a stream, and the stream where there is none.</summary>
    /// <remarks>
    /// Answers at once, before anything is imported. Annotations are taken from the wish, and must be those of the object
    /// then; labels and the image are dropped. Without a wish the stream stays as it is.
    /// </remarks>
    /// <param name="tag">The tag, its namespace included; named as <c>stream:tag</c>.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">
    /// The stream wishes for such a tag already; the tag is not valid; its name has no colon: an internal error, as in
    /// OpenShift.
    /// </exception>
    Task<ImageStreamTag> CreateAsync(
        ImageStreamTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes a tag, and adds it where there is none, as a <c>PUT</c> does.</summary>
    /// <remarks>
    /// Without a version it is changed whatever it is now. Annotations are those of the object; labels cannot be changed
    /// here. Tags of the stream that follow it move in the same write.
    /// </remarks>
    /// <param name="tag">The tag, its namespace included; named as <c>stream:tag</c>.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">
    /// The stream has changed since the version: a conflict; the tag is not valid; it has no wish, and the stream none
    /// either: a bad request.
    /// </exception>
    Task<ImageStreamTag> UpdateAsync(
        ImageStreamTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Takes a tag, its history included, out of its stream; the stream stays.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The tag, as <c>stream:tag</c>.</param>
    /// <param name="options">How to delete; UID and version are those of the stream.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">There is no such tag, or its stream is not as the options want it.</exception>
    Task DeleteAsync(
        string ns, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default);
}
