using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <content>Conversion to Deployments, because deployment configurations are deprecated.</content>
public static partial class DeploymentConfigTriggers
{
    /// <summary>Converts a deployment configuration to a Deployment with the same pods and triggers.</summary>
    /// <remarks>
    /// The images of the containers are unchanged. Delete the deployment configuration when the Deployment runs: both have the
    /// same selector. Fields are read as OpenShift reads them: of a field given twice the last one counts, and a setting of
    /// another type than OpenShift's is passed over.
    /// </remarks>
    /// <param name="deploymentConfig">The deployment configuration.</param>
    /// <returns>The Deployment, its triggers, and notes on the differences.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="deploymentConfig"/> is null.</exception>
    /// <exception cref="WireFormatException">
    /// A field that is copied nests deeper than <see cref="RawJson.MaxDepth"/> in the Deployment, or has a type that a Deployment
    /// cannot have.
    /// </exception>
    public static TriggerConversion ToDeployment(DeploymentConfig deploymentConfig)
    {
        ArgumentNullException.ThrowIfNull(deploymentConfig);
        return new DeploymentConfigConversion(deploymentConfig).Run();
    }
}
