using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.Registries;
using ImageStreams.Workloads;

namespace ImageStreams.Workspaces;

/// <summary>The objects of an <see cref="ImageStreamWorkspace"/>.</summary>
public sealed record WorkspaceObjects
{
    /// <summary>The image streams.</summary>
    public ValueList<ImageStream> Streams { get; init; }

    /// <summary>
    /// The images; those in the histories of the streams count as well, and as stored only those.
    /// </summary>
    public ValueList<Image> Images { get; init; }

    /// <summary>The build configurations.</summary>
    public ValueList<BuildConfig> BuildConfigs { get; init; }

    /// <summary>The deployment configurations.</summary>
    public ValueList<DeploymentConfig> DeploymentConfigs { get; init; }

    /// <summary>Deployments, DaemonSets, CronJobs and all other objects that run pods.</summary>
    public ValueList<Workload> Workloads { get; init; }

    /// <summary>The mirrors of images that are pulled by digest.</summary>
    public ValueList<ImageDigestMirrorSet> ImageDigestMirrorSets { get; init; }

    /// <summary>The mirrors of images that are pulled by tag.</summary>
    public ValueList<ImageTagMirrorSet> ImageTagMirrorSets { get; init; }

    /// <summary>The mirrors of images that are pulled by digest, in their older form.</summary>
    public ValueList<ImageContentSourcePolicy> ImageContentSourcePolicies { get; init; }

    /// <summary>Converts the mirrors to rules.</summary>
    /// <exception cref="ArgumentException">One of the lists contains null.</exception>
    public RegistryRules ToRegistryRules() =>
        RegistryRules.From([.. ImageDigestMirrorSets, .. ImageTagMirrorSets, .. ImageContentSourcePolicies]);

    /// <summary>Converts to the objects of a graph.</summary>
    /// <exception cref="ArgumentNullException">One of the lists contains null.</exception>
    public GraphObjects ToGraphObjects() => new()
    {
        Streams = Streams,
        BuildConfigs = BuildConfigs,
        DeploymentConfigs = DeploymentConfigs,
        Workloads = Workloads,
    };

    /// <summary>Returns the number of objects of each kind.</summary>
    public override string ToString() => ToGraphObjects().ToString();
}
