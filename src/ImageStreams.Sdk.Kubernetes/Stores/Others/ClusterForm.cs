namespace ImageStreams.Kubernetes;

/// <summary>The form of the cluster's own objects: they are as the cluster has them.</summary>
internal sealed class ClusterForm(ClusterResourceType type, string? kind) : IStoredForm<ClusterObject>
{
    public string KindName => kind ?? type.ToString();

    public ClusterResourceType Type => type;

    public string? UnorderedSelector => null;

    private string ApiVersion => type.Group.Length == 0 ? type.Version : $"{type.Group}/{type.Version}";

    public string EncodeName(string name) => name;

    // The cluster creates its own, and refuses objects without a kind.
    public ClusterObject Encode(ClusterObject value) => value with
    {
        Kind = value.Kind ?? kind,
        ApiVersion = value.ApiVersion ?? ApiVersion,
        Metadata = value.Metadata with { ManagedFields = default },
    };

    public ClusterObject Decode(ClusterObject resource) => resource;

    public ClusterObject Written(ClusterObject sent, ClusterObject received) => received;

    public ClusterObject Free(ClusterObject resource) => resource;
}
