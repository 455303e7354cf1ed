using ImageStreams.Workloads;
namespace ImageStreams.Testing.Simulation;

/// <summary>Determines whether a deployment configuration rolls out, by the rules of OpenShift's controller.</summary>
internal static class DeploymentConfigRollout
{
    /// <summary>Determines whether a configuration rolls out automatically.</summary>
    /// <remarks>
    /// Never while it is paused, or while one of its image triggers, automatic or not, has had no image. Otherwise when an
    /// automatic trigger has another image than the running pods, or when a change of the template is a trigger.
    /// </remarks>
    /// <param name="config">The current configuration.</param>
    /// <param name="deployed">The configuration that was rolled out last; null before the first rollout.</param>
    public static bool IsDue(DeploymentConfig config, DeploymentConfig? deployed)
    {
        var images = config.Spec.Triggers.Where(trigger => trigger.Type == DeploymentTriggerPolicy.ImageChangeType).ToList();
        if (config.Spec.Paused || images.Any(trigger => string.IsNullOrEmpty(trigger.ImageChangeParams?.LastTriggeredImage)))
        {
            return false;
        }

        var isFirst = deployed is null;
        return images.Any(trigger => trigger.ImageChangeParams!.Automatic && (isFirst || IsNewImage(trigger, deployed!)))
            || config.Spec.Triggers.Any(trigger => trigger.Type == DeploymentTriggerPolicy.ConfigChangeType);
    }

    private static bool IsNewImage(DeploymentTriggerPolicy trigger, DeploymentConfig deployed) =>
        !deployed.Spec.Triggers.Any(former => former.ImageChangeParams is { } change
            && change.From == trigger.ImageChangeParams!.From
            && change.LastTriggeredImage == trigger.ImageChangeParams.LastTriggeredImage);
}
