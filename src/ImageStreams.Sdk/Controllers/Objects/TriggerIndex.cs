using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <summary>Creates and compares the entries of an index of objects by the tags that they listen to.</summary>
internal static class TriggerIndex
{
    /// <summary>Finds the entry of a build configuration; null when it listens to no tag.</summary>
    /// <param name="buildConfig">The build configuration.</param>
    /// <param name="prefix">The prefix of the key, such as <c>buildconfigs.build.openshift.io/</c>.</param>
    /// <param name="isAsIs">True to read the object as it is, without the defaults of an API server.</param>
    public static TriggerIndexEntry? Find(BuildConfig buildConfig, string prefix, bool isAsIs = false) =>
        Find(GetKey(buildConfig.Metadata, prefix), buildConfig.Metadata.Namespace, ListTriggers(buildConfig, isAsIs)!.Value);

    /// <summary>Finds the entry of a deployment configuration; null when no trigger sets one of its containers.</summary>
    /// <param name="deploymentConfig">The deployment configuration.</param>
    /// <param name="prefix">The prefix of the key, such as <c>deploymentconfigs.apps.openshift.io/</c>.</param>
    /// <param name="isAsIs">True to read the object as it is, without the defaults of an API server.</param>
    public static TriggerIndexEntry? Find(DeploymentConfig deploymentConfig, string prefix, bool isAsIs = false)
    {
        var triggers = ListTriggers(deploymentConfig, isAsIs)!.Value;
        return Find(GetKey(deploymentConfig.Metadata, prefix), deploymentConfig.Metadata.Namespace, triggers);
    }

    /// <summary>Finds the entry of a workload; null when it has no triggers.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="prefix">The prefix of the key, such as <c>deployments.apps/</c>.</param>
    /// <exception cref="TriggerAnnotationException">The object's annotation cannot be used.</exception>
    public static TriggerIndexEntry? Find(Workload workload, string prefix) =>
        Find(GetKey(workload, prefix), workload.Namespace, WorkloadTriggers.List(workload));

    /// <summary>Gets the key of a workload, with triggers or without.</summary>
    public static string GetKey(Workload workload, string prefix) => string.IsNullOrEmpty(workload.Namespace)
        ? $"{prefix}{workload.Name}"
        : $"{prefix}{workload.Namespace}/{workload.Name}";

    /// <summary>Compares two states of a build configuration.</summary>
    /// <param name="current">The state after the change, or null when the object was deleted.</param>
    /// <param name="former">The state before the change; null when the object is new.</param>
    /// <param name="isAsIs">True to read the objects as they are, without the defaults of an API server.</param>
    public static TriggerChange Compare(BuildConfig? current, BuildConfig? former, bool isAsIs = false) =>
        Compare(ListTriggers(current, isAsIs), ListTriggers(former, isAsIs));

    /// <summary>Compares two states of a deployment configuration, including its containers but not its init
    /// containers.</summary>
    /// <inheritdoc cref="Compare(BuildConfig, BuildConfig, bool)" path="/param"/>
    public static TriggerChange Compare(DeploymentConfig? current, DeploymentConfig? former, bool isAsIs = false)
    {
        var change = Compare(ListTriggers(current, isAsIs), ListTriggers(former, isAsIs));
        return change == TriggerChange.None && GetContainers(current!) != GetContainers(former!) ? TriggerChange.Updated : change;
    }

    /// <summary>Compares two states of a workload, including the images of the containers that triggers set.</summary>
    /// <param name="current">The state after the change, or null when the object was deleted.</param>
    /// <param name="former">The state before the change; null when the object is new.</param>
    /// <exception cref="TriggerAnnotationException">The annotation of one of the states cannot be used.</exception>
    public static TriggerChange Compare(Workload? current, Workload? former)
    {
        var change = Compare(
            current is null ? null : WorkloadTriggers.List(current),
            former is null ? null : WorkloadTriggers.List(former));
        return change == TriggerChange.None && HaveDifferentImages(current!, former!) ? TriggerChange.Updated : change;
    }

    private static ValueList<ObjectFieldTrigger>? ListTriggers(BuildConfig? buildConfig, bool isAsIs)
    {
        if (buildConfig is null)
        {
            return null;
        }

        return isAsIs ? BuildTriggers.ListAsIs(buildConfig) : BuildTriggers.List(buildConfig);
    }

    private static ValueList<ObjectFieldTrigger>? ListTriggers(DeploymentConfig? config, bool isAsIs)
    {
        if (config is null)
        {
            return null;
        }

        return isAsIs ? DeploymentConfigTriggers.ListAsIs(config) : DeploymentConfigTriggers.List(config);
    }

    /// <summary>Gets a key with a slash even after an empty namespace, as OpenShift does for all objects but workloads.</summary>
    private static string GetKey(ObjectMeta metadata, string prefix) => $"{prefix}{metadata.Namespace}/{metadata.Name}";

    private static TriggerIndexEntry? Find(string key, string? ns, ValueList<ObjectFieldTrigger> triggers) =>
        triggers.IsEmpty ? null : new TriggerIndexEntry { Key = key, Namespace = ns ?? "", Triggers = triggers };

    private static TriggerChange Compare(ValueList<ObjectFieldTrigger>? current, ValueList<ObjectFieldTrigger>? former)
    {
        if (current is null)
        {
            return TriggerChange.Deleted;
        }

        if (former is not { IsEmpty: false })
        {
            return TriggerChange.Added;
        }

        return former == current ? TriggerChange.None : TriggerChange.Updated;
    }

    private static KeyedList<Container> GetContainers(DeploymentConfig config) => config.Spec.Template?.Spec.Containers ?? [];

    /// <summary>Determines whether a container that a trigger sets and both states have has another image.</summary>
    private static bool HaveDifferentImages(Workload current, Workload former)
    {
        var now = new PodContainers(current);
        var before = new PodContainers(former);
        return WorkloadTriggers.List(current).Any(trigger => !trigger.Paused
            && now.Find(trigger.FieldPath).Container is { } container
            && before.Find(trigger.FieldPath).Container is { } formerContainer
            && (container.Image ?? "") != (formerContainer.Image ?? ""));
    }
}
