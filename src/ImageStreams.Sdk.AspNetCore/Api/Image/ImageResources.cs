using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>The resources of the image API.</summary>
internal static class ImageResources
{
    /// <summary>Creates the resources, ordered as in discovery.</summary>
    /// <param name="client">The image API.</param>
    /// <param name="getResources">Gets all resources of the API, among which secrets may be.</param>
    public static IEnumerable<ServedResource> Create(IImageStreamClient client, Func<IServedResources> getResources) =>
    [
        new ServedImages(client.Images),
        new ServedSignatures(client.Images),
        new ServedStreamImages(client.StreamImages),
        new ServedImports(client.Imports),
        new ServedMappings(client.Mappings),
        new ServedStreams(client.Streams, new PullSecrets(getResources)),
        new ServedStreamTags(client.Tags, client.ImageTags),
        new ServedImageTags(client.ImageTags),
    ];
}
