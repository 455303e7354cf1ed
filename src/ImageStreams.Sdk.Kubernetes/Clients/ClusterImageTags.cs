using ImageStreams.Clients;

namespace ImageStreams.Kubernetes;

/// <summary>The tags of a cluster's streams, with spec and status.</summary>
internal sealed class ClusterImageTags(ApiSender sender)
    : ClusterTags<ImageTag, ImageTagList>(sender, ImageResourceTypes.ImageTags, static tag => tag.WithTypeMeta()), IImageTagsResource;
