using ImageStreams.Importing;

namespace ImageStreams.Clients;

/// <summary>How an image looks inside the objects that show one.</summary>
internal static class ImageView
{
    /// <summary>What stands where there is no image.</summary>
    public static Image None { get; } = CreateNamed(null, null);

    /// <summary>An image of which only the name and the pull spec are said.</summary>
    public static Image CreateNamed(string? name, string? pullSpec) => ImageMetadata.Write(
        new Image { Metadata = new ObjectMeta { Name = name }, DockerImageReference = pullSpec }, DockerImage.Default);

    /// <summary>An image from the store: with what its manifest says, but without manifest and configuration.</summary>
    /// <exception cref="ApiException">What the image carries cannot be read.</exception>
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
        catch (ImageFormatException e)
        {
            throw ApiErrors.Unexpected($"image {ApiErrors.Quote(image.Name)} cannot be read: {e.Message}", e);
        }
    }
}
