using ImageStreams.Collections;
using ImageStreams.Importing;

namespace ImageStreams.Clients;

/// <summary>Brings the images of one import into the store, so that no stream names one that is not there.</summary>
/// <remarks>An image that goes under no tag is not kept.</remarks>
internal sealed class ImportedImageWriter(ImageWriter keeper)
{
    private readonly Dictionary<string, Image> _kept = new(StringComparer.Ordinal);

    /// <summary>Keeps all of them; one that several tags have is kept once.</summary>
    public async Task<RequestedImages> KeepAsync(RequestedImages images, CancellationToken cancellationToken) => images with
    {
        FromRepository = await KeepAllAsync(images.FromRepository, KeepAsync, cancellationToken).ConfigureAwait(false),
        Named = await KeepAllAsync(images.Named, KeepAsync, cancellationToken).ConfigureAwait(false),
    };

    private static async Task<ValueList<T>> KeepAllAsync<T>(
        ValueList<T> items, Func<T, CancellationToken, Task<T>> keep, CancellationToken cancellationToken)
    {
        List<T> kept = [];
        foreach (var item in items)
        {
            kept.Add(await keep(item, cancellationToken).ConfigureAwait(false));
        }

        return kept.ToValueList();
    }

    private async Task<RequestedImage> KeepAsync(RequestedImage requested, CancellationToken cancellationToken) =>
        requested is { Image: { } image, SpecTag.Name.Length: > 0 }
            ? requested with
            {
                Manifests = await KeepAllAsync(requested.Manifests, KeepAsync, cancellationToken).ConfigureAwait(false),
                Image = await KeepAsync(image, cancellationToken).ConfigureAwait(false),
            }
            : requested;

    /// <summary>The image with its version where this import added it, and as it was fetched where there was one.</summary>
    private async Task<Image> KeepAsync(Image image, CancellationToken cancellationToken)
    {
        var name = image.Metadata.Name!;
        if (!_kept.TryGetValue(name, out var kept))
        {
            kept = keeper.Prepare(ImageFactory.WithoutManifest(image));
            kept = await keeper.EnsureAsync(kept, cancellationToken).ConfigureAwait(false) ?? kept;
            _kept.Add(name, kept);
        }

        return kept with { DockerImageManifest = image.DockerImageManifest, DockerImageConfig = image.DockerImageConfig };
    }
}
