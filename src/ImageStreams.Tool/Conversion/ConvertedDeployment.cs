using ImageStreams.Collections;
using ImageStreams.Manifests;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Tool;

/// <summary>A deployment configuration of a manifest, converted.</summary>
internal sealed record ConvertedDeployment
{
    /// <summary>The deployment configuration.</summary>
    public required ManifestObject Source { get; init; }

    /// <summary>The Deployment and the notes.</summary>
    public required TriggerConversion Conversion { get; init; }

    /// <summary>Converts all deployment configurations.</summary>
    public static ValueList<ConvertedDeployment> Convert(LoadedInput input) =>
    [
        .. input.Manifests.Objects
            .Where(source => source.Value is DeploymentConfig)
            .Select(source => new ConvertedDeployment
            {
                Source = source,
                Conversion = DeploymentConfigTriggers.ToDeployment((DeploymentConfig)source.Value!),
            }),
    ];
}
