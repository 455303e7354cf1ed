using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.Registries;

namespace ImageStreams.Clients;

/// <summary>Builds the blobs and images of a stream: <c>imagestreams/layers</c>.</summary>
/// <remarks>Built image by image; blobs that images share are listed once.</remarks>
internal sealed class StreamLayersView(ImageStream stream)
{
    private readonly Dictionary<string, ImageLayerData> _blobs = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _withoutConfig = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImageBlobReferences> _images = new(StringComparer.Ordinal);

    /// <summary>Determines whether an image was added.</summary>
    public bool Contains(string image) => _images.ContainsKey(image);

    /// <summary>Adds an image that the stream names but the store does not have.</summary>
    public void AddMissing(string image) => _images[image] = new ImageBlobReferences { ImageMissing = true };

    /// <summary>Adds an image that needs a configuration and has none.</summary>
    public void AddWithoutConfig(string image)
    {
        _images[image] = new ImageBlobReferences();
        _withoutConfig.Add(image);
    }

    /// <summary>Adds an image with its blobs.</summary>
    public void Add(Image image)
    {
        var name = image.Metadata.Name!;
        AddBlob(name, size: null, ImageConfigs.GetMediaType(image));
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

    /// <summary>Returns everything that was added.</summary>
    /// <exception cref="ApiException">An image has no configuration.</exception>
    public ImageStreamLayers ToLayers() => _withoutConfig.Count > 0 ? throw ImageConfigs.CreateError(_withoutConfig) : new()
    {
        Metadata = stream.Metadata,
        Blobs = _blobs.ToValueMap(),
        Images = _images.ToValueMap(),
    };

    private void AddBlob(string digest, long? size, string mediaType) =>
        _blobs.TryAdd(digest, new ImageLayerData { LayerSize = size, MediaType = mediaType });

    /// <summary>Finds the digest of the configuration; schema 1 images and indexes have none.</summary>
    private static string? FindConfig(Image image)
    {
        if (image.DockerImageManifestMediaType != MediaTypes.DockerSchema2 && !IsOci(image))
        {
            return null;
        }

        return ImageMetadata.Read(image).Id is { Length: > 0 } id ? id : null;
    }

    private static bool IsOci(Image image) => image.DockerImageManifestMediaType == MediaTypes.OciManifest;
}
