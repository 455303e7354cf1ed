namespace ImageStreams.Kubernetes;

/// <summary>A resource whose objects may have triggers.</summary>
/// <param name="Kind">The value of <c>kind</c>.</param>
/// <param name="Type">The resource.</param>
/// <param name="IsBuiltIn">True for a kind that OpenShift's own controllers follow.</param>
internal sealed record TriggerResource(string Kind, ClusterResourceType Type, bool IsBuiltIn)
{
    public override string ToString() => Type.ToString();
}
