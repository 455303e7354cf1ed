using System.Globalization;

namespace ImageStreams.Workloads;

/// <summary>A container of a workload's pods: its name, its image and its path.</summary>
public sealed record WorkloadContainer
{
    internal WorkloadContainer(string podSpecPath, bool isInit, int index)
    {
        PodSpecPath = podSpecPath;
        IsInit = isInit;
        Index = index;
    }

    /// <summary>The name, which Kubernetes requires to be unique in a pod; empty when the container has none.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>The image; null when the container has none.</summary>
    public string? Image { get; internal init; }

    /// <summary>Gets a value indicating whether it is an init container, which runs before the others.</summary>
    public bool IsInit { get; }

    /// <summary>The position among the containers, or the init containers; counted from 0.</summary>
    public int Index { get; }

    /// <summary>The path in the object, such as <c>spec.template.spec.containers[0]</c>.</summary>
    public string Path => GetPath(PodSpecPath, IsInit, Index);

    private string PodSpecPath { get; }

    /// <summary>Returns the path and the image.</summary>
    public override string ToString() => $"{Path}: {Image}";

    /// <summary>Gets the path of a container in the pod specification at a path.</summary>
    internal static string GetPath(string podSpecPath, bool isInit, int index) => string.Create(
        CultureInfo.InvariantCulture, $"{podSpecPath}.{(isInit ? "initContainers" : "containers")}[{index}]");
}
