using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>Reads and writes the <see cref="Image.DockerImageMetadata"/> of images.</summary>
public static class ImageMetadata
{
    /// <summary>Older servers wrote versions such as <c>pre012</c>.</summary>
    private static readonly ImageStreamJsonOptions OfAnyVersion = new() { CheckKind = false };

    /// <summary>Reads the metadata of an image: its configuration, its size and the like.</summary>
    /// <remarks>Its <c>kind</c> and <c>apiVersion</c> make no difference, as older servers wrote others.</remarks>
    /// <param name="image">The image.</param>
    /// <returns>The metadata; an empty object when the image has none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> is null.</exception>
    /// <exception cref="ImageFormatException">The metadata is not an object of that type.</exception>
    public static DockerImage Read(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (image.DockerImageMetadata.IsAbsent)
        {
            return DockerImage.Default;
        }

        try
        {
            return ImageStreamJson.Deserialize<DockerImage>(image.DockerImageMetadata.Utf8, OfAnyVersion);
        }
        catch (WireFormatException e)
        {
            throw ImageFormatErrors.Unreadable(ImageFormatFailure.BadMetadata, "metadata", e);
        }
    }

    /// <summary>Returns an image with other metadata, with the kind and version that servers write.</summary>
    /// <param name="image">The image.</param>
    /// <param name="metadata">The metadata.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> or <paramref name="metadata"/> is null.</exception>
    public static Image Write(Image image, DockerImage metadata)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(metadata);
        return image with
        {
            DockerImageMetadata = RawJson.FromValid(ImageStreamJson.SerializeToUtf8Bytes(metadata.WithTypeMeta())),
            DockerImageMetadataVersion = DockerImage.Version,
        };
    }
}
