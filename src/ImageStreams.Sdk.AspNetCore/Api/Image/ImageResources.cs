using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>The resources of the image API.</summary>
internal static class ImageResources
{
    public const string Group = "image.openshift.io";

    public const string Version = "v1";

    /// <summary>Creates the resources, ordered as in discovery.</summary>
    public static IEnumerable<ServedResource> Create(IImageStreamClient client)
    {
        yield return new StreamResource(client.Streams);
    }
}
