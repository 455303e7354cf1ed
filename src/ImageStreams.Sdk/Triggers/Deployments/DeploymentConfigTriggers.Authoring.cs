using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <content>Edits triggers. A trigger can set several containers; editing it by the name of one affects all of them.</content>
public static partial class DeploymentConfigTriggers
{
    /// <summary>Adds a trigger that sets a container's image to that of a tag.</summary>
    /// <param name="deploymentConfig">The deployment configuration.</param>
    /// <param name="container">The name of the container or init container.</param>
    /// <param name="tag">The tag, in the namespace of the deployment configuration unless it names one.</param>
    /// <param name="automatic">True to fire the trigger automatically; false to fire it only when a rollout is requested.</param>
    /// <returns>The deployment configuration with the trigger.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="deploymentConfig"/>, <paramref name="container"/> or <paramref name="tag"/> is null.
    /// </exception>
    /// <exception cref="TriggerEditException">There is no such container, or it already has a trigger.</exception>
    public static DeploymentConfig Add(
        DeploymentConfig deploymentConfig, string container, ImageStreamTagName tag, bool automatic = true)
    {
        ArgumentNullException.ThrowIfNull(tag);
        RequireContainer(deploymentConfig, container);

        if (deploymentConfig.Spec.Triggers.Any(trigger => IsFor(trigger, container)))
        {
            throw TriggerEditErrors.AlreadyTriggered(TriggerObject.From(deploymentConfig), container);
        }

        var trigger = new DeploymentTriggerPolicy
        {
            Type = DeploymentTriggerPolicy.ImageChangeType,
            ImageChangeParams = new DeploymentTriggerImageChangeParams
            {
                Automatic = automatic,
                ContainerNames = [container],
                From = CreateReference(deploymentConfig, tag),
            },
        };
        return WithTriggers(deploymentConfig, deploymentConfig.Spec.Triggers.Add(trigger));
    }

    /// <summary>Removes the trigger of a container; the other containers of the trigger keep it.</summary>
    /// <param name="deploymentConfig">The deployment configuration.</param>
    /// <param name="container">The container's name.</param>
    /// <returns>The deployment configuration without the trigger.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="deploymentConfig"/> or <paramref name="container"/> is null.
    /// </exception>
    /// <exception cref="TriggerEditException">There is no such trigger.</exception>
    public static DeploymentConfig Remove(DeploymentConfig deploymentConfig, string container) =>
        Change(deploymentConfig, container, change => WithoutContainer(change, container));

    /// <summary>Makes the trigger of a container no longer automatic.</summary>
    /// <param name="deploymentConfig">The deployment configuration.</param>
    /// <param name="container">The container's name.</param>
    /// <returns>The deployment configuration with the trigger paused.</returns>
    /// <inheritdoc cref="Remove" path="/exception"/>
    public static DeploymentConfig Pause(DeploymentConfig deploymentConfig, string container) =>
        Change(deploymentConfig, container, change => change with { Automatic = false });

    /// <summary>Makes the trigger of a container automatic.</summary>
    /// <param name="deploymentConfig">The deployment configuration.</param>
    /// <param name="container">The container's name.</param>
    /// <returns>The deployment configuration with the trigger automatic.</returns>
    /// <inheritdoc cref="Remove" path="/exception"/>
    public static DeploymentConfig Resume(DeploymentConfig deploymentConfig, string container) =>
        Change(deploymentConfig, container, change => change with { Automatic = true });

    /// <summary>Moves the trigger of a container to another tag, and clears its <c>lastTriggeredImage</c>.</summary>
    /// <param name="deploymentConfig">The deployment configuration.</param>
    /// <param name="container">The container's name.</param>
    /// <param name="tag">The new tag, in the namespace of the deployment configuration unless it names one.</param>
    /// <returns>The deployment configuration with the trigger on the new tag.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="deploymentConfig"/>, <paramref name="container"/> or <paramref name="tag"/> is null.
    /// </exception>
    /// <exception cref="TriggerEditException">There is no such trigger.</exception>
    public static DeploymentConfig Retarget(DeploymentConfig deploymentConfig, string container, ImageStreamTagName tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return Change(
            deploymentConfig,
            container,
            change => change with { From = CreateReference(deploymentConfig, tag), LastTriggeredImage = null });
    }

    private static DeploymentTriggerImageChangeParams? WithoutContainer(
        DeploymentTriggerImageChangeParams change, string container)
    {
        var others = change.ContainerNames.Where(name => name != container).ToValueList();
        return others.IsEmpty ? null : change with { ContainerNames = others };
    }

    private static DeploymentConfig Change(
        DeploymentConfig config,
        string container,
        Func<DeploymentTriggerImageChangeParams, DeploymentTriggerImageChangeParams?> change)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(container);

        var isChanged = false;
        var triggers = new List<DeploymentTriggerPolicy>(config.Spec.Triggers.Count);
        foreach (var trigger in config.Spec.Triggers)
        {
            var isMatch = IsFor(trigger, container);
            isChanged |= isMatch;
            var next = isMatch ? change(trigger.ImageChangeParams!) : trigger.ImageChangeParams;
            if (!isMatch || next is not null)
            {
                triggers.Add(trigger with { ImageChangeParams = next });
            }
        }

        return isChanged
            ? WithTriggers(config, triggers.ToValueList())
            : throw TriggerEditErrors.NoSuchTrigger(TriggerObject.From(config), container);
    }

    private static void RequireContainer(DeploymentConfig config, string container)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(container);

        var pods = config.Spec.Template?.Spec ?? PodSpec.Default;
        if (!pods.Containers.Concat(pods.InitContainers).Any(one => one.Name == container))
        {
            throw TriggerEditErrors.NoSuchContainer(TriggerObject.From(config), container);
        }
    }

    private static bool IsFor(DeploymentTriggerPolicy trigger, string container) =>
        trigger.ImageChangeParams?.ContainerNames.Contains(container) == true;

    private static ObjectReference CreateReference(DeploymentConfig config, ImageStreamTagName tag) =>
        TriggerReferences.FromTag(tag, config.Namespace);

    private static DeploymentConfig WithTriggers(DeploymentConfig config, ValueList<DeploymentTriggerPolicy> triggers) =>
        config with { Spec = config.Spec with { Triggers = triggers } };
}
