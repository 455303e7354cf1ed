using ImageStreams.Clients;

namespace ImageStreams.Kubernetes;

/// <summary>The tags of a cluster's streams, with their images.</summary>
internal sealed class ClusterStreamTags(ApiSender sender)
    : ClusterTags<ImageStreamTag, ImageStreamTagList>(sender, ImageResourceTypes.Tags, static tag => tag.WithTypeMeta()), IImageStreamTagsResource;
