using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>The resources of the image API.</summary>
internal static class ImageResources
{
    /// <summary>Creates the resources, ordered as in discovery.</summary>
    public static IEnumerable<ServedResource> Create(IImageStreamClient client) =>
    [
        new ServedImages(client.Images),
        new ServedSignatures(client.Images),
        new ServedStreamImages(client.StreamImages),
        new ServedImports(client.Imports),
        new ServedMappings(client.Mappings),
        new ServedStreams(client.Streams),
        new ServedStreamTags(client.Tags, client.ImageTags),
        new ServedImageTags(client.ImageTags),
    ];
}
