namespace ImageStreams.Clients;

/// <summary>Single tags of streams: <c>imagestreamtags</c>.</summary>
public interface IImageStreamTagsResource
{
    /// <summary>A tag and the image that it points to.</summary>
    Task<ImageStreamTag> GetAsync(string ns, string name, CancellationToken cancellationToken = default);

    /// <summary>The tags of a namespace; of all of them when it is null.</summary>
    Task<ImageStreamTagList> ListAsync(
        string? ns, ListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Adds a tag to a stream, and the stream where there is none.</summary>
    Task<ImageStreamTag> CreateAsync(
        ImageStreamTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes a tag, and adds it where there is none.</summary>
    Task<ImageStreamTag> UpdateAsync(
        ImageStreamTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Takes a tag, its history included, out of its stream.</summary>
    Task DeleteAsync(
        string ns, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default);
}
