using ImageStreams.Workloads;
namespace ImageStreams.Triggers;

/// <content>The way to Deployments, as deployment configurations are deprecated.</content>
public static partial class DeploymentConfigTriggers
{
    /// <summary>The triggers as a Deployment with the same pods has them in its annotation, and what is not carried over.</summary>
    /// <remarks>Containers keep the images that they have.</remarks>
    /// <param name="deploymentConfig">The deployment configuration.</param>
    public static TriggerConversion ToDeployment(DeploymentConfig deploymentConfig)
    {
        ArgumentNullException.ThrowIfNull(deploymentConfig);
        return new DeploymentConfigConversion(deploymentConfig).Run();
    }
}
