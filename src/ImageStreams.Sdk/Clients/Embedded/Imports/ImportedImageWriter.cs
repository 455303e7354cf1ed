using ImageStreams.Collections;
using ImageStreams.Importing;

namespace ImageStreams.Clients;

/// <summary>Writes the images of one import into the store, so that no stream names a missing image.</summary>
/// <remarks>An image that is recorded under no tag is not stored.</remarks>
internal sealed class ImportedImageWriter(ImageWriter writer)
{
    private readonly Dictionary<string, Image> _stored = new(StringComparer.Ordinal);

    /// <summary>Stores all images; one that several tags have is stored once.</summary>
    public async Task<ResolvedImports> WriteAsync(ResolvedImports imports, CancellationToken cancellationToken) => imports with
    {
        FromRepository = await WriteAllAsync(imports.FromRepository, WriteAsync, cancellationToken).ConfigureAwait(false),
        Images = await WriteAllAsync(imports.Images, WriteAsync, cancellationToken).ConfigureAwait(false),
    };

    /// <summary>Stores again what was removed while the stream was written. It is not canceled with the write, which is
    /// done.</summary>
    public async Task KeepAsync()
    {
        foreach (var stored in _stored.Values)
        {
            await writer.EnsureAsync(stored, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<ValueList<T>> WriteAllAsync<T>(
        ValueList<T> items, Func<T, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
    {
        List<T> written = [];
        foreach (var item in items)
        {
            written.Add(await write(item, cancellationToken).ConfigureAwait(false));
        }

        return written.ToValueList();
    }

    private async Task<ImageImport> WriteAsync(ImageImport import, CancellationToken cancellationToken) =>
        import is { Image: { } image, SpecTag.Name.Length: > 0 }
            ? import with
            {
                Manifests = await WriteAllAsync(import.Manifests, WriteAsync, cancellationToken).ConfigureAwait(false),
                Image = await WriteAsync(image, cancellationToken).ConfigureAwait(false),
            }
            : import;

    /// <summary>Returns the image with its version where this import added it, and as it was fetched where there was
    /// one.</summary>
    private async Task<Image> WriteAsync(Image image, CancellationToken cancellationToken)
    {
        var name = image.Metadata.Name!;
        if (!_stored.TryGetValue(name, out var stored))
        {
            stored = writer.CreateFetched(image);
            stored = await writer.EnsureAsync(stored, cancellationToken).ConfigureAwait(false) ?? stored;
            _stored.Add(name, stored);
        }

        return stored with { DockerImageManifest = image.DockerImageManifest, DockerImageConfig = image.DockerImageConfig };
    }
}
