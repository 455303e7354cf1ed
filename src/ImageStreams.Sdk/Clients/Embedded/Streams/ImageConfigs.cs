using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Checks that images have the configuration that manifests of their media type need.</summary>
/// <remarks>OpenShift stores a pushed image without it, and then cannot list the layers of the stream.</remarks>
internal static class ImageConfigs
{
    /// <summary>Gets the media type of an image's manifest; schema 2 where the image does not say.</summary>
    public static string GetMediaType(Image image) => string.IsNullOrEmpty(image.DockerImageManifestMediaType)
        ? MediaTypes.DockerSchema2
        : image.DockerImageManifestMediaType;

    /// <summary>Determines whether an image needs a configuration and has none.</summary>
    public static bool IsMissing(Image image, TimeProvider timeProvider)
    {
        try
        {
            return NeedsConfig(image)
                && string.IsNullOrEmpty(ImageMetadata.Read(ImageInterpreter.WithMetadata(image, timeProvider)).Id);
        }
        catch (ImageFormatException e)
        {
            return e.Reason == ImageFormatFailure.EmptyConfig;
        }
    }

    /// <summary>Creates the error of images without a configuration.</summary>
    public static ApiException CreateError(IEnumerable<string> images) => ApiErrors.Invalid(
        "",
        "",
        images.Select(image => new FieldError
        {
            Type = FieldErrorType.Invalid,
            Field = $"images[{image}].config",
            BadValue = "",
            Detail = "the image was pushed without its configuration: push it again with dockerImageConfig",
        }).ToValueList());

    private static bool NeedsConfig(Image image) => image.DockerImageManifest is { Length: > 0 }
        || image.DockerImageManifestMediaType is MediaTypes.DockerSchema2 or MediaTypes.OciManifest;
}
