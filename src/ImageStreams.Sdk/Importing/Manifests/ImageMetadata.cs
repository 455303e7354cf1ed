using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>Reads and writes what an image carries as <see cref="Image.DockerImageMetadata"/>.</summary>
public static class ImageMetadata
{
    /// <summary>The metadata of an image; an empty object when it has none.</summary>
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
            return ImageStreamJson.Deserialize<DockerImage>(image.DockerImageMetadata.Utf8);
        }
        catch (WireFormatException e)
        {
            throw ImageFormatErrors.Unreadable(ImageFormatFailure.BadMetadata, "metadata", e);
        }
    }

    /// <summary>The image with other metadata, named and versioned as servers write it.</summary>
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
