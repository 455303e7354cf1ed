using System.Globalization;

namespace ImageStreams.Workloads;

/// <summary>A container of a workload's pods: what it is called, what it runs, and where it stands.</summary>
public sealed record WorkloadContainer
{
    internal WorkloadContainer(string podSpecPath, bool isInit, int index) =>
        (PodSpecPath, IsInit, Index) = (podSpecPath, isInit, index);

    /// <summary>The container's name; empty when it has none. Kubernetes wants names that are unique in a pod.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>The image that it runs; null when it names none.</summary>
    public string? Image { get; internal init; }

    /// <summary>Indicates whether it is an init container, which runs before the others.</summary>
    public bool IsInit { get; }

    /// <summary>Its position among the containers, or the init containers; counted from 0.</summary>
    public int Index { get; }

    /// <summary>Where it stands in the object, such as <c>spec.template.spec.containers[0]</c>.</summary>
    public string Path => GetPath(PodSpecPath, IsInit, Index);

    private string PodSpecPath { get; }

    /// <summary>Where a container of the pods that are specified at a path stands.</summary>
    internal static string GetPath(string podSpecPath, bool isInit, int index) => string.Create(
        CultureInfo.InvariantCulture, $"{podSpecPath}.{(isInit ? "initContainers" : "containers")}[{index}]");
}
