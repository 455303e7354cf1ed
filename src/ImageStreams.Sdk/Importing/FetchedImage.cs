using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <summary>An image as it was fetched; for an index that is kept, with the images of its platforms.</summary>
internal sealed record FetchedImage(Image Image, ValueList<Image> Manifests)
{
    /// <summary>Whether it is an index that does not say of each image what that runs on; none of them was fetched then.</summary>
    public bool LacksPlatforms => Image.DockerImageManifests.Any(image =>
        string.IsNullOrEmpty(image.Architecture) || string.IsNullOrEmpty(image.Os));
}
