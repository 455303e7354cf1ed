using ImageStreams.Storage;

namespace ImageStreams.Clients;

internal sealed partial class EmbeddedImages
{
    public Task DeleteAsync(
        string name, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ConflictRetry.RunAsync(() => DeleteOnceAsync(name, options ?? new DeleteOptions(), cancellationToken));
    }

    private async Task<Image> DeleteOnceAsync(string name, DeleteOptions options, CancellationToken cancellationToken)
    {
        var image = await ReadAsync(name, cancellationToken).ConfigureAwait(false);
        VersionCheck.RequireMet(options, image.Metadata, Image.KindName, name);
        var asRead = new DeletePreconditions { ResourceVersion = image.Metadata.ResourceVersion };
        try
        {
            return options.DryRun
                ? image
                : await engine.Store.Images
                    .DeleteAsync(new ObjectKey("", name), asRead, cancellationToken)
                    .ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            throw ApiErrors.FromStore(e, ResourceNames.Images, name);
        }
    }
}
