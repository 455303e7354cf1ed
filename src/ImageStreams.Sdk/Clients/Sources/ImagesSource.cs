using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>The images of an image API.</summary>
internal sealed class ImagesSource(IImagesResource images) : IObjectSource<Image>
{
    public string Resource => "images";

    public async Task<ApiList<Image>> ListPageAsync(string? ns, ListOptions options, CancellationToken cancellationToken) =>
        await images.ListAsync(options, cancellationToken).ConfigureAwait(false);

    public IAsyncEnumerable<WatchEvent<Image>> WatchChangesAsync(
        string? ns, WatchOptions options, CancellationToken cancellationToken) => images.WatchAsync(options, cancellationToken);
}
