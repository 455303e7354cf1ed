using ImageStreams.Builds;
using ImageStreams.Workloads;
namespace ImageStreams.Triggers;

/// <summary>Names an object that has triggers: its kind, its namespace and its name.</summary>
public sealed record TriggerObject
{
    /// <summary>The kind on the wire, such as <c>BuildConfig</c> or <c>Deployment</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The namespace; empty where the object does not say.</summary>
    public required string Namespace { get; init; }

    /// <summary>The object's name.</summary>
    public required string Name { get; init; }

    /// <summary>The name of a build configuration.</summary>
    public static TriggerObject From(BuildConfig buildConfig)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);
        return From(BuildConfig.KindName, buildConfig.Metadata);
    }

    /// <summary>The name of a deployment configuration.</summary>
    public static TriggerObject From(DeploymentConfig deploymentConfig)
    {
        ArgumentNullException.ThrowIfNull(deploymentConfig);
        return From(DeploymentConfig.KindName, deploymentConfig.Metadata);
    }

    /// <summary>The name of a workload.</summary>
    public static TriggerObject From(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        return new TriggerObject { Kind = workload.Kind, Namespace = workload.Namespace ?? "", Name = workload.Name ?? "" };
    }

    /// <summary>The kind and the name with its namespace: <c>Deployment shop/web</c>.</summary>
    public override string ToString() => Namespace.Length == 0 ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";

    private static TriggerObject From(string kind, ObjectMeta metadata) =>
        new() { Kind = kind, Namespace = metadata.Namespace ?? "", Name = metadata.Name ?? "" };
}
