using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Image streams: <c>imagestreams</c>.</summary>
public interface IImageStreamsResource
{
    /// <summary>A stream.</summary>
    Task<ImageStream> GetAsync(string ns, string name, CancellationToken cancellationToken = default);

    /// <summary>The streams of a namespace; of all of them when it is null.</summary>
    Task<ImageStreamList> ListAsync(
        string? ns, ListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Creates a stream. A status in it is dropped.</summary>
    Task<ImageStream> CreateAsync(
        ImageStream stream, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes metadata and spec of a stream; its version must be that in the store. A status in it is dropped.</summary>
    Task<ImageStream> UpdateAsync(
        ImageStream stream, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes the status of a stream, and nothing else.</summary>
    Task<ImageStream> UpdateStatusAsync(
        ImageStream stream, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reads a stream, changes it and writes it, again and again while others get in between.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="change">Makes the next stream of the current one; called once for each try.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ImageStream> PatchAsync(
        string ns,
        string name,
        Func<ImageStream, ImageStream> change,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Deletes a stream. Where finalizers hold it, it is only marked.</summary>
    Task<DeleteOutcome<ImageStream>> DeleteAsync(
        string ns, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Every change of the streams of a namespace, or of all.</summary>
    IAsyncEnumerable<WatchEvent<ImageStream>> WatchAsync(
        string? ns, WatchOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>The blobs and images that a stream refers to: <c>imagestreams/layers</c>.</summary>
    Task<ImageStreamLayers> GetLayersAsync(string ns, string name, CancellationToken cancellationToken = default);
}
