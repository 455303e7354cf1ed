using ImageStreams.Clients;
using ImageStreams.Importing;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>Imports that a cluster runs.</summary>
internal sealed class ClusterImports(ApiSender sender) : IImageStreamImportsResource
{
    private readonly ResourcePaths _paths = new(ImageResourceTypes.Imports);

    // The server answers when it has finished, and tells nothing before.
    public Task<ImageStreamImport> CreateAsync(
        ImageStreamImport import, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default) =>
        CreateAsync(import, default(WriteOptions), cancellationToken);

    public async Task<ImageStreamImport> CreateAsync(
        ImageStreamImport import, WriteOptions? options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(import);
        var call = new ApiCall(HttpMethod.Post, ResourceQueries.Write(_paths.GetCollection(import.Namespace), options))
        {
            Body = ImageStreamJson.SerializeToUtf8Bytes(import.WithTypeMeta()),
            OnWarning = options?.OnWarning,
        };
        var reply = await sender.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return ResourceBodies.Read<ImageStreamImport>(reply.Body);
    }
}
