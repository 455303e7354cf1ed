using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.Registries;

namespace ImageStreams.Clients;

/// <summary>What a stream is made of: <c>imagestreams/layers</c>.</summary>
/// <remarks>Filled image by image; what an image and one before it share is said once.</remarks>
internal sealed class StreamLayersView(ImageStream stream)
{
    private readonly Dictionary<string, ImageLayerData> _blobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImageBlobReferences> _images = new(StringComparer.Ordinal);

    /// <summary>Whether an image was added already.</summary>
    public bool Contains(string image) => _images.ContainsKey(image);

    /// <summary>Adds an image that the stream names but that is gone.</summary>
    public void AddMissing(string image) => _images[image] = new ImageBlobReferences { ImageMissing = true };

    /// <summary>Adds an image with all that it consists of.</summary>
    public void Add(Image image)
    {
        var name = image.Metadata.Name!;
        AddBlob(name, size: null, image.DockerImageManifestMediaType ?? "");
        foreach (var layer in image.DockerImageLayers)
        {
            AddBlob(layer.Name, layer.LayerSize, layer.MediaType);
        }

        var config = FindConfig(image);
        if (config is not null)
        {
            AddBlob(config, size: null, IsOci(image) ? MediaTypes.OciConfig : MediaTypes.DockerConfig);
        }

        _images[name] = new ImageBlobReferences
        {
            Layers = image.DockerImageLayers.Select(layer => layer.Name).ToValueList(),
            Config = config,
            Manifests = image.DockerImageManifests.Select(manifest => manifest.Digest).ToValueList(),
        };
    }

    /// <summary>All that was added.</summary>
    public ImageStreamLayers ToLayers() => new()
    {
        Metadata = stream.Metadata,
        Blobs = _blobs.ToValueMap(),
        Images = _images.ToValueMap(),
    };

    private void AddBlob(string digest, long? size, string mediaType) =>
        _blobs.TryAdd(digest, new ImageLayerData { LayerSize = size, MediaType = mediaType });

    /// <summary>The digest of the configuration; schema 1 images and indexes have none.</summary>
    private static string? FindConfig(Image image) =>
        image.DockerImageManifestMediaType == MediaTypes.DockerSchema2 || IsOci(image)
            ? ImageMetadata.Read(image).Id is { Length: > 0 } id ? id : null
            : null;

    private static bool IsOci(Image image) => image.DockerImageManifestMediaType == MediaTypes.OciManifest;
}
