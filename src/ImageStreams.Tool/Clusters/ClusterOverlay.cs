using ImageStreams.Collections;
using ImageStreams.Manifests;
using ImageStreams.Workspaces;

namespace ImageStreams.Tool;

/// <summary>Puts files over what a cluster has: an object of a file replaces that of the cluster, as an apply would.</summary>
internal static class ClusterOverlay
{
    /// <summary>Takes the objects of files alone.</summary>
    public static WorkspaceObjects Take(ManifestSet manifests) => new()
    {
        Streams = manifests.Streams,
        Images = manifests.Images,
        BuildConfigs = manifests.BuildConfigs,
        DeploymentConfigs = manifests.DeploymentConfigs,
        Workloads = manifests.Workloads,
        ImageDigestMirrorSets = manifests.ImageDigestMirrorSets,
        ImageTagMirrorSets = manifests.ImageTagMirrorSets,
        ImageContentSourcePolicies = manifests.ImageContentSourcePolicies,
    };

    /// <summary>Puts the objects of files over those of a cluster.</summary>
    public static WorkspaceObjects Put(WorkspaceObjects files, WorkspaceObjects cluster) => files with
    {
        Streams = Put(StreamOverlay.KeepStatus(files.Streams, cluster.Streams), cluster.Streams),
        BuildConfigs = Put(files.BuildConfigs, cluster.BuildConfigs),
        DeploymentConfigs = Put(files.DeploymentConfigs, cluster.DeploymentConfigs),
        Workloads = Put(files.Workloads, cluster.Workloads, static one => (one.Kind, one.Namespace ?? "", one.Name ?? "")),
        ImageDigestMirrorSets = Put(files.ImageDigestMirrorSets, cluster.ImageDigestMirrorSets),
        ImageTagMirrorSets = Put(files.ImageTagMirrorSets, cluster.ImageTagMirrorSets),
        ImageContentSourcePolicies = Put(files.ImageContentSourcePolicies, cluster.ImageContentSourcePolicies),
    };

    private static ValueList<T> Put<T>(ValueList<T> files, ValueList<T> cluster)
        where T : ApiObject => Put(files, cluster, static one => ("", one.Namespace, one.Name));

    private static ValueList<T> Put<T>(ValueList<T> files, ValueList<T> cluster, Func<T, (string Kind, string Namespace, string Name)> getKey)
    {
        if (files.IsEmpty)
        {
            return cluster;
        }

        var replaced = files.Select(getKey).ToHashSet();
        return [.. files, .. cluster.Where(one => !replaced.Contains(getKey(one)))];
    }
}
