namespace ImageStreams.Clients;

/// <summary>Single tags of streams with their history: <c>imagetags</c>.</summary>
public interface IImageTagsResource
{
    /// <summary>A tag.</summary>
    Task<ImageTag> GetAsync(string ns, string name, CancellationToken cancellationToken = default);

    /// <summary>The tags of a namespace; of all of them when it is null.</summary>
    Task<ImageTagList> ListAsync(
        string? ns, ListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Adds a tag to a stream, and the stream where there is none.</summary>
    Task<ImageTag> CreateAsync(
        ImageTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes a tag, and adds it where there is none.</summary>
    Task<ImageTag> UpdateAsync(
        ImageTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Takes a tag, its history included, out of its stream.</summary>
    Task DeleteAsync(
        string ns, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default);
}
