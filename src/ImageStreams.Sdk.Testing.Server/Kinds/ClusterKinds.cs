using ImageStreams.Collections;

namespace ImageStreams.Testing.Server;

/// <summary>The kinds that a <see cref="FakeCluster"/> serves unless its options say otherwise.</summary>
public static class ClusterKinds
{
    /// <summary>The workloads, builds and deployment configurations, what belongs to them, and the objects that configure the
    /// registries of a cluster.</summary>
    public static ValueList<ClusterKind> All { get; } =
        [.. CoreKinds.Create(), .. WorkloadKindRows.Create(), .. OpenShiftKinds.Create()];

    /// <summary>Finds a kind by its resource, such as <c>deployments.apps</c> or <c>pods</c>; null when there is none.</summary>
    /// <param name="resource">The plural name, followed by a dot and the group unless that is empty.</param>
    public static ClusterKind? Find(string resource) => All.FirstOrDefault(kind => kind.Definition.QualifiedName == resource);
}
