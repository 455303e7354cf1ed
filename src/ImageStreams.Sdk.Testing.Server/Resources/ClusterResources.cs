using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

/// <summary>The resources of a cluster's other objects, with what their subresources start.</summary>
internal sealed class ClusterResources
{
    private const string BuildConfigs = "buildconfigs.build.openshift.io";
    private const string DeploymentConfigs = "deploymentconfigs.apps.openshift.io";

    /// <summary>Creates the resources.</summary>
    /// <param name="kinds">The kinds; two cannot have the same resource.</param>
    /// <param name="objects">The store of the objects.</param>
    /// <param name="streams">The streams that builds look up.</param>
    /// <param name="namespaces">The namespaces in which objects are created.</param>
    /// <param name="engine">The options of the image API's engine, for the host name of the internal registry.</param>
    /// <param name="timeProvider">The time provider.</param>
    /// <exception cref="ArgumentException">Two kinds have the same resource.</exception>
    public ClusterResources(
        IEnumerable<ClusterKind> kinds,
        IClusterObjectStore objects,
        IObjectStore<ImageStream> streams,
        INamespaces namespaces,
        EmbeddedImageStreamOptions engine,
        TimeProvider timeProvider)
    {
        ByName = kinds.ToDictionary(
            kind => kind.Definition.QualifiedName,
            kind => new StoredResource(
                kind.ToObjectKind(), objects.GetObjects(kind.Definition.QualifiedName), RandomNaming.Instance, namespaces, timeProvider));
        var builds = new ClusterBuilds(name => ByName[name], objects.GetObjects(BuildConfigs), streams, timeProvider)
        {
            InternalRegistryHostname = engine.InternalRegistryHostname,
        };
        var rollouts = new ClusterRollouts(name => ByName[name], objects.GetObjects(DeploymentConfigs));
        AddInstantiation(BuildConfigs, builds.InstantiateAsync);
        AddInstantiation(DeploymentConfigs, rollouts.InstantiateAsync);
    }

    /// <summary>The resources by their names with groups, such as <c>deployments.apps</c>.</summary>
    public IReadOnlyDictionary<string, StoredResource> ByName { get; }

    private void AddInstantiation(string resource, SubresourceAction action)
    {
        if (ByName.TryGetValue(resource, out var served))
        {
            served.Actions["instantiate"] = action;
        }
    }
}
