using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>The streams of an image API.</summary>
internal sealed class StreamsSource(IImageStreamsResource streams) : IObjectSource<ImageStream>
{
    public string Resource => "imagestreams";

    public async Task<ApiList<ImageStream>> ListPageAsync(string? ns, ListOptions options, CancellationToken cancellationToken) =>
        await streams.ListAsync(ns, options, cancellationToken).ConfigureAwait(false);

    public IAsyncEnumerable<WatchEvent<ImageStream>> WatchChangesAsync(
        string? ns, WatchOptions options, CancellationToken cancellationToken) => streams.WatchAsync(ns, options, cancellationToken);
}
