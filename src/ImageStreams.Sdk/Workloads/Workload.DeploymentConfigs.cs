using System.Diagnostics.CodeAnalysis;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <content>The reading of a DeploymentConfig, whose triggers are in its specification.</content>
public sealed partial class Workload
{
    /// <summary>The kind was checked when the workload was parsed, which accepts any version of it.</summary>
    private static readonly ImageStreamJsonOptions OfAnyVersion = new() { CheckKind = false };

    /// <summary>
    /// Gets a value indicating whether the object is a DeploymentConfig of OpenShift, and not of an added kind of that name.
    /// </summary>
    internal bool IsDeploymentConfig => _kind == WorkloadKinds.DeploymentConfigs;

    /// <summary>Reads the DeploymentConfig that the object is, or returns the reason why it cannot be read.</summary>
    internal bool TryReadDeploymentConfig(
        [NotNullWhen(true)] out DeploymentConfig? config, [NotNullWhen(false)] out WireFormatException? error)
    {
        try
        {
            (config, error) = (ReadDeploymentConfig(), null);
            return true;
        }
        catch (WireFormatException e)
        {
            (config, error) = (null, e);
            return false;
        }
    }

    /// <summary>Reads the DeploymentConfig that the object is.</summary>
    /// <exception cref="WireFormatException">A value does not fit its field.</exception>
    internal DeploymentConfig ReadDeploymentConfig() => ImageStreamJson.Deserialize<DeploymentConfig>(Utf8, OfAnyVersion);
}
