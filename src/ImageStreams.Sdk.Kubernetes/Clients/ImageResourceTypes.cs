namespace ImageStreams.Kubernetes;

/// <summary>The resources of <c>image.openshift.io/v1</c>.</summary>
internal static class ImageResourceTypes
{
    public static ClusterResourceType Streams { get; } = Create("imagestreams");

    public static ClusterResourceType Tags { get; } = Create("imagestreamtags");

    public static ClusterResourceType ImageTags { get; } = Create("imagetags");

    public static ClusterResourceType StreamImages { get; } = Create("imagestreamimages");

    public static ClusterResourceType Mappings { get; } = Create("imagestreammappings");

    public static ClusterResourceType Imports { get; } = Create("imagestreamimports");

    public static ClusterResourceType Images { get; } = Create("images") with { IsNamespaced = false };

    private static ClusterResourceType Create(string plural) => new() { Group = "image.openshift.io", Version = "v1", Plural = plural };
}
