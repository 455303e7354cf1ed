using System.Text;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>
/// Fills in layers, metadata and media type of an image from its manifest and its configuration.
/// </summary>
/// <remarks>
/// Follows the rules of OpenShift's API server. Pure functions. Time and memory are linear in the length of the two texts.
/// </remarks>
internal static class ImageInterpreter
{
    /// <summary>Completes an image from the manifest and the configuration that it carries.</summary>
    /// <remarks>
    /// <para>An image without a manifest only gets kind and version of its metadata. Present layers are kept, base first; an
    /// image that has layers, a size and a media type is complete.</para>
    /// <para>A schema 1 manifest contains its configuration in its history; schema 2 and OCI need
    /// <see cref="Image.DockerImageConfig"/>. A list or an index has no configuration: it gets its own name as
    /// id.</para>
    /// </remarks>
    /// <param name="image">The image.</param>
    /// <param name="timeProvider">The time provider for the creation time of an index.</param>
    /// <exception cref="ImageFormatException">The manifest, the configuration or the present metadata is
    /// malformed.</exception>
    public static Image WithMetadata(Image image, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(timeProvider);

        var metadata = ImageMetadata.Read(image);
        if (string.IsNullOrEmpty(image.DockerImageManifest))
        {
            return ImageMetadata.Write(image, metadata);
        }

        image = LayerOrder.Normalize(image);
        return IsComplete(image, metadata) ? ImageMetadata.Write(image, metadata) : Interpret(image, metadata, timeProvider);
    }

    /// <summary>Returns an index with its name as id and the current time as creation time in its metadata.</summary>
    internal static Image WithIndexMetadata(Image image, DockerImage metadata, TimeProvider timeProvider) => ImageMetadata.Write(
        image, metadata with { Id = image.Name, Created = Timestamp.Now(timeProvider) });

    private static bool IsComplete(Image image, DockerImage metadata) =>
        !image.DockerImageLayers.IsEmpty
        && metadata.Size > 0
        && !string.IsNullOrEmpty(image.DockerImageManifestMediaType);

    private static Image Interpret(Image image, DockerImage metadata, TimeProvider timeProvider)
    {
        var manifest =
            ManifestText.ReadManifest<ManifestDocuments.SingleImage>(Encoding.UTF8.GetBytes(image.DockerImageManifest!));
        if (MediaTypes.IsIndex(manifest.MediaType))
        {
            return WithIndexMetadata(image, metadata, timeProvider);
        }

        return manifest.SchemaVersion switch
        {
            1 => Schema1(image, metadata, manifest),
            2 => Schema2(image, metadata, manifest),
            var version => throw ImageFormatErrors.UnknownSchema(version),
        };
    }

    private static Image Schema1(Image image, DockerImage metadata, ManifestDocuments.SingleImage manifest)
    {
        if (image.DockerImageLayers.IsEmpty)
        {
            image = LayerOrder.Mark(image with { DockerImageLayers = ManifestLayers.FromSchema1(manifest) });
        }

        if (manifest.History.IsEmpty)
        {
            throw ImageFormatErrors.NoHistory();
        }

        var latest = ManifestText.ReadLatestHistory(manifest.History[0].V1Compatibility);
        var created = ManifestTime.Read(
            latest.Created, ImageFormatFailure.BadManifest, "manifest", "$.history[0].v1Compatibility.created");
        metadata = latest.ApplyTo(metadata, latest.Id, created) with
        {
            Size = ManifestLayers.SumSizes(image.DockerImageLayers, counted: null),
        };
        return ImageMetadata.Write(image with { DockerImageManifestMediaType = MediaTypes.DockerSchema1 }, metadata);
    }

    private static Image Schema2(Image image, DockerImage metadata, ManifestDocuments.SingleImage manifest)
    {
        if (image.DockerImageLayers.IsEmpty)
        {
            image = LayerOrder.Mark(image with { DockerImageLayers = ManifestLayers.FromSchema2(manifest) });
        }

        if (string.IsNullOrEmpty(image.DockerImageConfig))
        {
            throw ImageFormatErrors.EmptyConfig();
        }

        var text = Encoding.UTF8.GetBytes(image.DockerImageConfig);
        var id = manifest.Config.Digest;
        var config = ManifestText.ReadConfig(text);
        metadata = config.ApplyTo(metadata, id, CheckTimes(config)) with
        {
            Size = unchecked(text.Length + ManifestLayers.SumSizes(image.DockerImageLayers, counted: id)),
        };
        return ImageMetadata.Write(image with { DockerImageManifestMediaType = Schema2MediaType(image, manifest) }, metadata);
    }

    /// <summary>Reads the creation time; the times of the history must be valid as well.</summary>
    private static Timestamp CheckTimes(ImageConfigDocument config)
    {
        var created = ManifestTime.Read(config.Created, ImageFormatFailure.BadConfig, "configuration", "$.created");
        for (var i = 0; i < config.History.Count; i++)
        {
            ManifestTime.Read(
                config.History[i].Created, ImageFormatFailure.BadConfig, "configuration", $"$.history[{i}].created");
        }

        return created;
    }

    private static string Schema2MediaType(Image image, ManifestDocuments.SingleImage manifest)
    {
        if (manifest.MediaType.Length > 0)
        {
            return manifest.MediaType;
        }

        return string.IsNullOrEmpty(image.DockerImageManifestMediaType)
            ? MediaTypes.DockerSchema2
            : image.DockerImageManifestMediaType;
    }
}
