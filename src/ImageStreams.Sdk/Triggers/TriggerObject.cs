using ImageStreams.Builds;
using ImageStreams.Internal;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>The identity of an object that has triggers: its kind, namespace and name.</summary>
public sealed record TriggerObject
{
    /// <summary>The <c>kind</c>, such as <c>BuildConfig</c> or <c>Deployment</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The <c>metadata.namespace</c>; empty when the object has none.</summary>
    public required string Namespace { get; init; }

    /// <summary>The <c>metadata.name</c>; empty when the object has none.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the identity of a build configuration.</summary>
    /// <param name="buildConfig">The build configuration.</param>
    /// <exception cref="ArgumentNullException"><paramref name="buildConfig"/> is null.</exception>
    public static TriggerObject From(BuildConfig buildConfig)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);
        return new TriggerObject { Kind = BuildConfig.KindName, Namespace = buildConfig.Namespace, Name = buildConfig.Name };
    }

    /// <summary>Gets the identity of a deployment configuration.</summary>
    /// <param name="deploymentConfig">The deployment configuration.</param>
    /// <exception cref="ArgumentNullException"><paramref name="deploymentConfig"/> is null.</exception>
    public static TriggerObject From(DeploymentConfig deploymentConfig)
    {
        ArgumentNullException.ThrowIfNull(deploymentConfig);
        return new TriggerObject
        {
            Kind = DeploymentConfig.KindName,
            Namespace = deploymentConfig.Namespace,
            Name = deploymentConfig.Name,
        };
    }

    /// <summary>Gets the identity of a workload.</summary>
    /// <param name="workload">The workload.</param>
    /// <exception cref="ArgumentNullException"><paramref name="workload"/> is null.</exception>
    public static TriggerObject From(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        return new TriggerObject { Kind = workload.Kind, Namespace = workload.Namespace ?? "", Name = workload.Name ?? "" };
    }

    /// <summary>Formats the kind and the qualified name, such as <c>Deployment shop/web</c>.</summary>
    public override string ToString()
    {
        var name = PrintableText.ShowName(Name);
        return Namespace.Length == 0 ? $"{Kind} {name}" : $"{Kind} {Namespace}/{name}";
    }
}
