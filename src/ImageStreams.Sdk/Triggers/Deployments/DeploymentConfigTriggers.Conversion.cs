using ImageStreams.Workloads;
namespace ImageStreams.Triggers;

/// <content>Conversion to Deployments, because deployment configurations are deprecated.</content>
public static partial class DeploymentConfigTriggers
{
    /// <summary>Converts the triggers to those of a Deployment with the same pods.</summary>
    /// <remarks>The images of the containers are unchanged.</remarks>
    /// <param name="deploymentConfig">The deployment configuration.</param>
    /// <returns>The triggers for the Deployment's annotation, and notes on the differences.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="deploymentConfig"/> is null.</exception>
    public static TriggerConversion ToDeployment(DeploymentConfig deploymentConfig)
    {
        ArgumentNullException.ThrowIfNull(deploymentConfig);
        return new DeploymentConfigConversion(deploymentConfig).Run();
    }
}
