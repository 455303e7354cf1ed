using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <summary>Files objects by the tags that they listen to.</summary>
public static class TriggerIndex
{
    /// <summary>The entry of a build configuration; null when it listens to no tag.</summary>
    /// <param name="buildConfig">The build configuration.</param>
    /// <param name="prefix">What its key begins with, such as <c>buildconfigs.build.openshift.io/</c>.</param>
    public static TriggerIndexEntry? Find(BuildConfig buildConfig, string prefix)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);
        ArgumentNullException.ThrowIfNull(prefix);
        return Find(GetKey(buildConfig.Metadata, prefix), buildConfig.Metadata.Namespace, BuildTriggers.List(buildConfig));
    }

    /// <summary>The entry of a deployment configuration; null when no container of it follows a tag.</summary>
    /// <param name="deploymentConfig">The deployment configuration.</param>
    /// <param name="prefix">What its key begins with, such as <c>deploymentconfigs.apps.openshift.io/</c>.</param>
    public static TriggerIndexEntry? Find(DeploymentConfig deploymentConfig, string prefix)
    {
        ArgumentNullException.ThrowIfNull(deploymentConfig);
        ArgumentNullException.ThrowIfNull(prefix);

        var triggers = DeploymentConfigTriggers.List(deploymentConfig);
        return Find(GetKey(deploymentConfig.Metadata, prefix), deploymentConfig.Metadata.Namespace, triggers);
    }

    /// <summary>The entry of a workload; null when it has no triggers.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="prefix">What its key begins with, such as <c>deployments.apps/</c>.</param>
    /// <exception cref="TriggerAnnotationException">The object's annotation cannot be used.</exception>
    public static TriggerIndexEntry? Find(Workload workload, string prefix)
    {
        ArgumentNullException.ThrowIfNull(workload);
        return Find(GetKey(workload, prefix), workload.Namespace, WorkloadTriggers.List(workload));
    }

    /// <summary>What a workload is filed under, whether it has triggers or not.</summary>
    /// <inheritdoc cref="Find(Workload, string)" path="/param"/>
    public static string GetKey(Workload workload, string prefix)
    {
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentNullException.ThrowIfNull(prefix);
        return string.IsNullOrEmpty(workload.Namespace)
            ? $"{prefix}{workload.Name}"
            : $"{prefix}{workload.Namespace}/{workload.Name}";
    }

    /// <summary>What a change from one state of a build configuration to another means to the index.</summary>
    /// <param name="current">The state after the change; null when it was deleted.</param>
    /// <param name="former">The state before the change; null when it is new.</param>
    public static TriggerChange Compare(BuildConfig? current, BuildConfig? former) => Compare(
        current is null ? null : BuildTriggers.List(current),
        former is null ? null : BuildTriggers.List(former));

    /// <summary>
    /// The same of a deployment configuration, which is updated too when a container differs; init containers do not count.
    /// </summary>
    /// <inheritdoc cref="Compare(BuildConfig, BuildConfig)" path="/param"/>
    public static TriggerChange Compare(DeploymentConfig? current, DeploymentConfig? former)
    {
        var change = Compare(
            current is null ? null : DeploymentConfigTriggers.List(current),
            former is null ? null : DeploymentConfigTriggers.List(former));
        return change == TriggerChange.None && GetContainers(current!) != GetContainers(former!) ? TriggerChange.Updated : change;
    }

    /// <summary>
    /// The same of a workload, which is updated too when the image of a container that a trigger sets is another.
    /// </summary>
    /// <inheritdoc cref="Compare(BuildConfig, BuildConfig)" path="/param"/>
    /// <exception cref="TriggerAnnotationException">The annotation of one of the states cannot be used.</exception>
    public static TriggerChange Compare(Workload? current, Workload? former)
    {
        var change = Compare(
            current is null ? null : WorkloadTriggers.List(current),
            former is null ? null : WorkloadTriggers.List(former));
        return change == TriggerChange.None && HaveDifferentImages(current!, former!) ? TriggerChange.Updated : change;
    }

    /// <summary>The slash stands even behind an empty namespace, as in OpenShift's keys of all but workloads.</summary>
    private static string GetKey(ObjectMeta metadata, string prefix) => $"{prefix}{metadata.Namespace}/{metadata.Name}";

    private static TriggerIndexEntry? Find(string key, string? ns, ValueList<ObjectFieldTrigger> triggers) =>
        triggers.IsEmpty ? null : new TriggerIndexEntry { Key = key, Namespace = ns ?? "", Triggers = triggers };

    private static TriggerChange Compare(ValueList<ObjectFieldTrigger>? current, ValueList<ObjectFieldTrigger>? former)
    {
        if (current is null)
        {
            return TriggerChange.Deleted;
        }

        return former is not { IsEmpty: false } ? TriggerChange.Added
            : former == current ? TriggerChange.None
            : TriggerChange.Updated;
    }

    private static KeyedList<Container> GetContainers(DeploymentConfig config) => config.Spec.Template?.Spec.Containers ?? [];

    /// <summary>Whether a container that both states have and that a trigger names has another image.</summary>
    private static bool HaveDifferentImages(Workload current, Workload former)
    {
        var (now, before) = (new PodContainers(current), new PodContainers(former));
        return WorkloadTriggers.List(current).Any(trigger => !trigger.Paused
            && now.Find(trigger.FieldPath).Container is { } container
            && before.Find(trigger.FieldPath).Container is { } formerContainer
            && (container.Image ?? "") != (formerContainer.Image ?? ""));
    }
}
