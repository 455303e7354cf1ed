using ImageStreams.Clients;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>Pushes recorded in a cluster.</summary>
internal sealed class ClusterMappings(ApiSender sender) : IImageStreamMappingsResource
{
    private readonly ResourcePaths _paths = new(ImageResourceTypes.Mappings);

    public Task CreateAsync(ImageStreamMapping mapping, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var call = new ApiCall(HttpMethod.Post, ResourceQueries.Write(_paths.GetCollection(mapping.Namespace), null))
        {
            Body = ImageStreamJson.SerializeToUtf8Bytes(mapping.WithTypeMeta()),
        };
        return sender.SendAsync(call, cancellationToken);
    }
}
