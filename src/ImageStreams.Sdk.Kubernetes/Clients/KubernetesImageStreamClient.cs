using ImageStreams.Clients;

namespace ImageStreams.Kubernetes;

/// <summary>The image streams of an OpenShift cluster, or of another server of <c>image.openshift.io/v1</c>.</summary>
/// <remarks>
/// <para>Each call is one request; a function given to <c>PatchAsync</c> is a read and an update, again while others write in between.
/// The server decides everything: rules, names, versions, access. What it answers is an <see cref="ApiException"/> with its status;
/// a server that is not reached is one with <see cref="ApiFailure.ServiceUnavailable"/>, one that does not answer in time one with
/// <see cref="ApiFailure.Timeout"/>, and credentials that cannot be had one with <see cref="ApiFailure.Unauthorized"/>.</para>
/// <para>Watches go on over ended and broken connections from where they were. What they report as modified has no
/// <see cref="Storage.WatchEvent{T}.Modified.Previous"/>, as the server does not tell it. Instances are thread-safe.</para>
/// <para>Where images are the custom resources of a <see cref="KubernetesImageStreamStore"/>, <c>Images</c> reads them by their digests,
/// too: one that is not found is asked for once more by the name of its custom resource.</para>
/// </remarks>
public sealed class KubernetesImageStreamClient : IImageStreamClient
{
    /// <summary>Creates a client.</summary>
    /// <param name="connection">The connection; it stays the caller's to dispose of.</param>
    /// <exception cref="ArgumentNullException"><paramref name="connection"/> is null.</exception>
    public KubernetesImageStreamClient(ClusterConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var sender = connection.Sender;
        Streams = new ClusterStreams(sender);
        Tags = new ClusterStreamTags(sender);
        ImageTags = new ClusterImageTags(sender);
        StreamImages = new ClusterStreamImages(sender);
        Mappings = new ClusterMappings(sender);
        Imports = new ClusterImports(sender);
        Images = new ClusterImages(sender);
    }

    /// <inheritdoc/>
    public IImageStreamsResource Streams { get; }

    /// <inheritdoc/>
    public IImageStreamTagsResource Tags { get; }

    /// <inheritdoc/>
    public IImageTagsResource ImageTags { get; }

    /// <inheritdoc/>
    public IImageStreamImagesResource StreamImages { get; }

    /// <inheritdoc/>
    public IImageStreamMappingsResource Mappings { get; }

    /// <inheritdoc/>
    public IImageStreamImportsResource Imports { get; }

    /// <inheritdoc/>
    public IImagesResource Images { get; }
}
