using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <content>Writing triggers. A trigger may be for several containers; what is done to it by the name of one is done to all.</content>
public static partial class DeploymentConfigTriggers
{
    /// <summary>The deployment configuration with one more trigger, which gives a container the image of a tag.</summary>
    /// <param name="deploymentConfig">The deployment configuration.</param>
    /// <param name="container">The container's name, or that of an init container.</param>
    /// <param name="tag">The tag; without a namespace one of the object's own.</param>
    /// <param name="automatic">Whether the image is taken without being asked for.</param>
    /// <exception cref="TriggerEditException">There is no such container, or it has a trigger already.</exception>
    public static DeploymentConfig Add(
        DeploymentConfig deploymentConfig, string container, ImageStreamTagName tag, bool automatic = true)
    {
        ArgumentNullException.ThrowIfNull(tag);
        RequireContainer(deploymentConfig, container);

        if (deploymentConfig.Spec.Triggers.Any(trigger => IsFor(trigger, container)))
        {
            throw TriggerEditException.AlreadyTriggered(TriggerObject.From(deploymentConfig), container);
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

    /// <summary>The deployment configuration without the trigger of a container; other containers of the trigger keep it.</summary>
    /// <param name="deploymentConfig">The deployment configuration.</param>
    /// <param name="container">The container's name.</param>
    /// <exception cref="TriggerEditException">There is no such trigger.</exception>
    public static DeploymentConfig Remove(DeploymentConfig deploymentConfig, string container) => Change(
        deploymentConfig,
        container,
        change => change.ContainerNames.Where(name => name != container).ToValueList() is { IsEmpty: false } others
            ? change with { ContainerNames = others }
            : null);

    /// <summary>The deployment configuration with the trigger of a container no longer automatic.</summary>
    /// <inheritdoc cref="Remove"/>
    public static DeploymentConfig Pause(DeploymentConfig deploymentConfig, string container) =>
        Change(deploymentConfig, container, change => change with { Automatic = false });

    /// <summary>The deployment configuration with the trigger of a container automatic.</summary>
    /// <inheritdoc cref="Remove"/>
    public static DeploymentConfig Resume(DeploymentConfig deploymentConfig, string container) =>
        Change(deploymentConfig, container, change => change with { Automatic = true });

    /// <summary>
    /// The deployment configuration with the trigger of a container on another tag; what the trigger took last is forgotten.
    /// </summary>
    /// <param name="deploymentConfig">The deployment configuration.</param>
    /// <param name="container">The container's name.</param>
    /// <param name="tag">The tag; without a namespace one of the object's own.</param>
    /// <exception cref="TriggerEditException">There is no such trigger.</exception>
    public static DeploymentConfig Retarget(DeploymentConfig deploymentConfig, string container, ImageStreamTagName tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return Change(
            deploymentConfig,
            container,
            change => change with { From = CreateReference(deploymentConfig, tag), LastTriggeredImage = null });
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
            var isIt = IsFor(trigger, container);
            isChanged |= isIt;
            var next = isIt ? change(trigger.ImageChangeParams!) : trigger.ImageChangeParams;
            if (!isIt || next is not null)
            {
                triggers.Add(trigger with { ImageChangeParams = next });
            }
        }

        return isChanged
            ? WithTriggers(config, triggers.ToValueList())
            : throw TriggerEditException.NoTrigger(TriggerObject.From(config), container);
    }

    private static void RequireContainer(DeploymentConfig config, string container)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(container);

        var pods = config.Spec.Template?.Spec ?? PodSpec.Default;
        if (!pods.Containers.Concat(pods.InitContainers).Any(one => one.Name == container))
        {
            throw TriggerEditException.NoContainer(TriggerObject.From(config), container);
        }
    }

    private static bool IsFor(DeploymentTriggerPolicy trigger, string container) =>
        trigger.ImageChangeParams?.ContainerNames.Contains(container) == true;

    private static ObjectReference CreateReference(DeploymentConfig config, ImageStreamTagName tag) =>
        TriggerReferences.FromTag(tag, config.Metadata.Namespace);

    private static DeploymentConfig WithTriggers(DeploymentConfig config, ValueList<DeploymentTriggerPolicy> triggers) =>
        config with { Spec = config.Spec with { Triggers = triggers } };
}
