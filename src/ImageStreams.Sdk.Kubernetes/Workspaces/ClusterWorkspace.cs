using System.Globalization;
using ImageStreams.Collections;
using ImageStreams.Workspaces;

namespace ImageStreams.Kubernetes;

/// <summary>The objects that were read of a cluster for a workspace.</summary>
public sealed record ClusterWorkspace
{
    /// <summary>The objects; those of each kind in the order of the server.</summary>
    public required WorkspaceObjects Objects { get; init; }

    /// <summary>The resources that this user may not list, each in a sentence; their objects are left out.</summary>
    public ValueList<string> Refused { get; init; }

    /// <summary>The objects that could not be read, each in a sentence; they are left out.</summary>
    public ValueList<string> Unread { get; init; }

    /// <summary>Gets a value indicating whether the user may list none of the resources that were asked for.</summary>
    public bool IsAllRefused { get; init; }

    /// <summary>The number of objects.</summary>
    public int Count => Objects.Streams.Count + Objects.BuildConfigs.Count + Objects.DeploymentConfigs.Count + Objects.Workloads.Count
        + Objects.ImageDigestMirrorSets.Count + Objects.ImageTagMirrorSets.Count + Objects.ImageContentSourcePolicies.Count;

    /// <summary>Returns the numbers of objects and of refused resources.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Count} objects, {Refused.Count} resources refused");
}
