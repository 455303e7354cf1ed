using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>A container as an examination sees it.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Name">Its name.</param>
/// <param name="Image">Its image.</param>
/// <param name="IsInit">Whether it runs before the others.</param>
internal readonly record struct PodContainer(string Path, string Name, string? Image, bool IsInit)
{
    /// <summary>Whether it waits for a trigger to give it an image.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Image);

    /// <summary>The containers of a deployment configuration, init containers first.</summary>
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
