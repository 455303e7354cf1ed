using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>A container of a workload or a deployment configuration.</summary>
/// <param name="Path">The path in the object.</param>
/// <param name="Name">The name.</param>
/// <param name="Image">The image; null when there is none.</param>
/// <param name="IsInit">True for an init container.</param>
internal readonly record struct PodContainer(string Path, string Name, string? Image, bool IsInit)
{
    /// <summary>Gets a value indicating whether the container waits for a trigger to set its image.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Image);

    /// <summary>Lists the containers of a deployment configuration, init containers first.</summary>
    public static IEnumerable<PodContainer> FromDeploymentConfig(DeploymentConfig config)
    {
        var pods = config.Spec.Template?.Spec ?? PodSpec.Default;
        return FromContainers(pods.InitContainers, isInit: true).Concat(FromContainers(pods.Containers, isInit: false));
    }

    public static PodContainer FromWorkloadContainer(WorkloadContainer container) =>
        new(container.Path, container.Name, container.Image, container.IsInit);

    private static IEnumerable<PodContainer> FromContainers(KeyedList<Container> containers, bool isInit) => containers.Select(
        (container, i) => new PodContainer(
            WorkloadContainer.GetPath(DeploymentConfig.PodSpecPath, isInit, i), container.Name, container.Image, isInit));
}
