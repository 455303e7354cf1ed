using ImageStreams.Clients;

namespace ImageStreams.Kubernetes;

/// <summary>The images of a cluster's streams.</summary>
internal sealed class ClusterStreamImages(ApiSender sender) : IImageStreamImagesResource
{
    private readonly ResourcePaths _paths = new(ImageResourceTypes.StreamImages);

    public async Task<ImageStreamImage> GetAsync(string ns, string name, CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name);
        var reply = await sender.SendAsync(new(HttpMethod.Get, _paths.GetObject(ns, name)), cancellationToken).ConfigureAwait(false);
        return ResourceBodies.Read<ImageStreamImage>(reply.Body);
    }
}
