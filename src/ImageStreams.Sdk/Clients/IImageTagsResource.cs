namespace ImageStreams.Clients;

/// <summary>Single tags of streams, each with its wish, its history and its image: <c>imagetags</c>.</summary>
/// <remarks>
/// Views of streams: a tag has the metadata of its stream but for the name. Unlike <see cref="IImageStreamTagsResource"/>
/// it also shows tags that are pending or failed, and why.
/// </remarks>
public interface IImageTagsResource
{
    /// <summary>A tag; with its image where it has one.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The tag, as <c>stream:tag</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">
    /// There is no such stream, or it neither wishes for the tag nor ever had it: not found. The name is not of that form:
    /// a bad request.
    /// </exception>
    Task<ImageTag> GetAsync(string ns, string name, CancellationToken cancellationToken = default);

    /// <summary>All tags, without images.</summary>
    /// <remarks>
    /// As in OpenShift there are no pages and no version. Label selectors choose streams; a field selector is applied to
    /// the streams and then to the tags, so that one for a name finds nothing. Every tag repeats the metadata of its
    /// stream: list streams where there are many tags.
    /// </remarks>
    /// <param name="ns">The namespace; null for all of them.</param>
    /// <param name="options">Whose tags to list.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">A selector is none: a bad request.</exception>
    Task<ImageTagList> ListAsync(
        string? ns, ListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Adds a tag to a stream, and the stream where there is none.</summary>
    /// <param name="tag">The tag, its namespace included; named as <c>stream:tag</c>.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">
    /// The stream wishes for such a tag already; the tag is not valid, or has no spec; its name has no colon: an internal
    /// error, as in OpenShift.
    /// </exception>
    Task<ImageTag> CreateAsync(
        ImageTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes the wish of a tag, and adds it where there is none.</summary>
    /// <remarks>Without a version it is changed whatever it is now. Without a spec the tag loses its wish.</remarks>
    /// <param name="tag">The tag, its namespace included; named as <c>stream:tag</c>.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">
    /// The stream has changed since the version: a conflict; the tag is not valid, or more than its spec differs.
    /// </exception>
    Task<ImageTag> UpdateAsync(
        ImageTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Takes a tag, its history included, out of its stream; the stream stays.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The tag, as <c>stream:tag</c>.</param>
    /// <param name="options">How to delete; UID and version are those of the stream.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">There is no such tag, or its stream is not as the options want it.</exception>
    Task DeleteAsync(
        string ns, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default);
}
