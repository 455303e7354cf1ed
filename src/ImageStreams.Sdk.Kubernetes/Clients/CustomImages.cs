using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>Reads images of a server on which they are the custom resources of a store, whose names cannot be digests.</summary>
/// <remarks>Such an image has the field of the store; images of OpenShift's own API are returned as they are.</remarks>
internal sealed class CustomImages(ApiResource<Image, ImageList> resource)
{
    private readonly StoredCodec<Image> _codec = new(StoredKinds.CreateImages(KubernetesStoreOptions.ImageGroup));
    private volatile bool _wereSeen;

    /// <summary>Gets an image by its digest, whichever way the server names it.</summary>
    /// <exception cref="ApiException">There is no such image, or the server refuses.</exception>
    public async Task<Image> GetAsync(string name, CancellationToken cancellationToken)
    {
        var stored = _codec.EncodeName(name);
        if (stored == name || _wereSeen)
        {
            return Read(await resource.GetAsync(null, stored, cancellationToken).ConfigureAwait(false));
        }

        try
        {
            return Read(await resource.GetAsync(null, name, cancellationToken).ConfigureAwait(false));
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            if (await FindAsync(stored, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }

            throw;
        }
    }

    /// <summary>Reads an image as its store wrote it.</summary>
    public Image Read(Image image)
    {
        if (!image.UnknownFields.ContainsKey(StoredKinds.StoredField))
        {
            return image;
        }

        _wereSeen = true;
        return _codec.Decode(image);
    }

    /// <summary>Reads the image of an event.</summary>
    public WatchEvent<Image> Read(WatchEvent<Image> change) => change switch
    {
        WatchEvent<Image>.Added added => added with { Object = Read(added.Object) },
        WatchEvent<Image>.Modified modified => modified with { Object = Read(modified.Object) },
        WatchEvent<Image>.Deleted deleted => deleted with { Object = Read(deleted.Object) },
        _ => change,
    };

    private async Task<Image?> FindAsync(string stored, CancellationToken cancellationToken)
    {
        try
        {
            return Read(await resource.GetAsync(null, stored, cancellationToken).ConfigureAwait(false));
        }
        catch (ApiException)
        {
            // The server has no image of either name, or does not say: its first answer is the one that counts.
            return null;
        }
    }
}
