using ImageStreams.Importing;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Brings images into the store.</summary>
internal sealed class ImageWriter(Engine engine)
{
    /// <summary>The annotation that says that the manifest is kept in the registry, and not in the object.</summary>
    private const string ManifestStored = "image.openshift.io/manifestBlobStored";

    /// <summary>Adds a prepared image.</summary>
    /// <exception cref="ApiException">There is such an image already.</exception>
    public async Task<Image> AddAsync(Image prepared, bool dryRun, CancellationToken cancellationToken)
    {
        try
        {
            return dryRun
                ? prepared
                : await engine.Store.Images.CreateAsync(prepared, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            throw StoreApiErrors.FromObjectFailure(e, ResourceNames.Images, prepared.Metadata.Name!);
        }
    }

    /// <summary>Adds a prepared image unless there is one of its name.</summary>
    /// <returns>The image as it was added; null where there was one.</returns>
    public async Task<Image?> EnsureAsync(Image prepared, CancellationToken cancellationToken)
    {
        if (await engine.FindImageAsync(prepared.Metadata.Name!, cancellationToken).ConfigureAwait(false) is not null)
        {
            return null;
        }

        try
        {
            return await AddAsync(prepared, dryRun: false, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.AlreadyExists)
        {
            return null;
        }
    }

    /// <summary>An image as it is kept: described by its manifest, and without that where a registry has it.</summary>
    public Image Prepare(Image image)
    {
        var metadata = ServerMetadata.ForCreate(image.Metadata, engine.Settings.Naming, engine.TimeProvider);
        var described = Describe(image with { Kind = null, ApiVersion = null, Metadata = metadata });
        return described.Metadata.Annotations.TryGetValue(ManifestStored, out var stored) && stored == "true"
            ? described with { DockerImageManifest = null, DockerImageConfig = null }
            : described;
    }

    /// <summary>What cannot be read is kept as it is, as OpenShift does; it shows when somebody looks at it.</summary>
    private Image Describe(Image image)
    {
        try
        {
            return ImageInterpreter.WithMetadata(image, engine.TimeProvider);
        }
        catch (ImageFormatException)
        {
            return image;
        }
    }
}
