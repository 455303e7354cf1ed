using ImageStreams.Importing;

namespace ImageStreams.Clients;

/// <summary>Creates the images inside objects that include an image.</summary>
internal static class ImageView
{
    /// <summary>The image of objects that have none.</summary>
    public static Image None { get; } = CreateNamed(null, null);

    /// <summary>Creates an image with only its name and its pull spec.</summary>
    public static Image CreateNamed(string? name, string? pullSpec) => ImageMetadata.Write(
        new Image { Metadata = new ObjectMeta { Name = name }, DockerImageReference = pullSpec }, DockerImage.Default);

    /// <summary>Creates the view of a stored image: interpreted, and without manifest and configuration.</summary>
    /// <exception cref="ApiException">The manifest or the metadata of the image cannot be read.</exception>
    public static Image Create(Image image, TimeProvider timeProvider)
    {
        try
        {
            return ImageInterpreter.WithMetadata(image, timeProvider) with
            {
                Kind = null,
                ApiVersion = null,
                DockerImageManifest = null,
                DockerImageConfig = null,
            };
        }
        catch (ImageFormatException e) when (e.Reason == ImageFormatFailure.EmptyConfig)
        {
            throw ApiErrors.Unexpected(
                $"dockerImageConfig must not be empty for manifest type {ApiErrors.Quote(ImageConfigs.GetMediaType(image))}", e);
        }
        catch (ImageFormatException e)
        {
            throw ApiErrors.Unexpected($"image {ApiErrors.Quote(image.Name)} cannot be read: {e.Message}", e);
        }
    }
}
