using ImageStreams.Importing;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Writes images into the store.</summary>
internal sealed class ImageWriter(Engine engine)
{
    /// <summary>The annotation of images whose manifest the registry stores, and not the object.</summary>
    private const string ManifestStored = "image.openshift.io/manifestBlobStored";

    /// <summary>Adds an image.</summary>
    /// <exception cref="ApiException">The image already exists.</exception>
    public async Task<Image> AddAsync(Image image, bool dryRun, CancellationToken cancellationToken)
    {
        try
        {
            return dryRun
                ? image
                : await engine.Store.Images.CreateAsync(image, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            throw ApiErrors.FromStore(e, ResourceNames.Images, image.Metadata.Name!);
        }
    }

    /// <summary>Adds an image unless there is one with its name.</summary>
    /// <remarks>Called again after the stream that names the image was written, it brings back what the removal of images in
    /// another process has taken meanwhile; see <see cref="RemovalMark"/>.</remarks>
    /// <returns>The image as it was added; null where there was one.</returns>
    public async Task<Image?> EnsureAsync(Image image, CancellationToken cancellationToken)
    {
        if (await TryKeepAsync(image.Metadata.Name!, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        try
        {
            return await AddAsync(image, dryRun: false, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.AlreadyExists)
        {
            return null;
        }
    }

    /// <summary>Finds an image and sees to it that it is not removed; false where there is none.</summary>
    private async Task<bool> TryKeepAsync(string name, CancellationToken cancellationToken)
    {
        var found = await engine.FindImageAsync(name, cancellationToken).ConfigureAwait(false);
        while (found is not null && RemovalMark.IsOn(found))
        {
            found = await new MarkedImages(engine.Store.Images).TryUnmarkAsync(found, cancellationToken).ConfigureAwait(false)
                ?? await engine.FindImageAsync(name, cancellationToken).ConfigureAwait(false);
        }

        return found is not null;
    }

    /// <summary>Creates the object to store of an image from a user: interpreted, and without its manifest where the
    /// registry stores that.</summary>
    public Image Create(Image image)
    {
        var created = Interpret(WithServerMetadata(image));
        return created.Metadata.Annotations.TryGetValue(ManifestStored, out var stored) && stored == "true"
            ? ImageFactory.WithoutManifest(created)
            : created;
    }

    /// <summary>Creates the object to store of an image that was fetched, and so interpreted already.</summary>
    public Image CreateFetched(Image image) => ImageFactory.WithoutManifest(WithServerMetadata(image));

    private Image WithServerMetadata(Image image) => image with
    {
        Kind = null,
        ApiVersion = null,
        Metadata = ServerMetadata.ForCreate(image.Metadata, engine.Settings.Naming, engine.TimeProvider),
    };

    /// <summary>
    /// Interprets an image; one that cannot be read is stored unchanged, as in OpenShift, and later fails its readers.
    /// </summary>
    private Image Interpret(Image image)
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
