using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

/// <summary>The resources of a cluster's other objects, with what their subresources start.</summary>
internal sealed class ClusterResources
{
    private const string BuildConfigs = "buildconfigs.build.openshift.io";
    private const string BuildsName = "builds.build.openshift.io";
    private const string DeploymentConfigs = "deploymentconfigs.apps.openshift.io";

    private readonly Dictionary<string, StoredResource> _stored;
    private readonly CustomKinds _customKinds;
    private readonly Dictionary<string, ServedResource> _served;

    /// <summary>Creates the resources.</summary>
    /// <param name="kinds">The kinds; two cannot have the same resource.</param>
    /// <param name="objects">The store of the objects.</param>
    /// <param name="streams">The streams that builds and names of images look up.</param>
    /// <param name="namespaces">The namespaces in which objects are created.</param>
    /// <param name="engine">The options of the image API's engine, for the host name of the internal registry.</param>
    /// <param name="timeProvider">The time provider.</param>
    /// <param name="stopping">Canceled when the application stops.</param>
    /// <exception cref="ArgumentException">Two kinds have the same resource.</exception>
    public ClusterResources(
        IReadOnlyCollection<ClusterKind> kinds,
        IClusterObjectStore objects,
        IObjectStore<ImageStream> streams,
        INamespaces namespaces,
        EmbeddedImageStreamOptions engine,
        TimeProvider timeProvider,
        CancellationToken stopping)
    {
        var hostname = engine.InternalRegistryHostname;
        var admission = new NameAdmission(streams, hostname);
        _customKinds = new CustomKinds(kinds.Select(static kind => kind.Definition.QualifiedName), objects, namespaces, timeProvider, stopping);
        _stored = kinds.Where(static kind => kind.Form is null).ToDictionary(
            static kind => kind.Definition.QualifiedName,
            kind => new StoredResource(
                kind.ToObjectKind(), objects.GetObjects(kind.Definition.QualifiedName), RandomNaming.Instance, namespaces, timeProvider)
            {
                Mutation = kind.Definition.QualifiedName == CustomDefinition.Resource ? _customKinds.AdmitAsync : admission.AdmitAsync,
            });
        _served = GetServed(kinds).ToDictionary(static kind => kind.Definition.QualifiedName, Serve);
        Builds = new ClusterBuilds(
            name => _stored[name], objects.GetObjects(BuildConfigs), objects.GetObjects(BuildsName), streams, timeProvider)
        {
            InternalRegistryHostname = hostname,
        };
        var rollouts = new RolloutRequests(name => _stored[name], objects, streams, hostname);
        if (_stored.ContainsKey(BuildsName))
        {
            AddAction(BuildConfigs, "instantiate", Builds.InstantiateAsync);
        }

        AddAction(DeploymentConfigs, "instantiate", rollouts.InstantiateAsync);
        AddAction(DeploymentConfigs, "rollback", new Rollbacks(name => _stored[name], objects).CreateAsync);
    }

    /// <summary>The resources that keep objects, by their names with groups, such as <c>deployments.apps</c>.</summary>
    public IReadOnlyDictionary<string, StoredResource> ByName => _stored;

    /// <summary>The resources of custom resource definitions; none when the cluster does not serve definitions.</summary>
    public IResourceSource CustomKinds => _customKinds;

    /// <summary>Starts builds.</summary>
    public ClusterBuilds Builds { get; }

    /// <summary>Returns the names with groups of the resources that kinds have; one that serves the objects of another needs that.</summary>
    public static IEnumerable<string> GetServedNames(IReadOnlyCollection<ClusterKind> kinds) =>
        GetServed(kinds).Select(static kind => kind.Definition.QualifiedName);

    /// <summary>Finds a resource by its name with its group, also one that serves the objects of another; null when it serves those of
    /// none.</summary>
    public ServedResource? FindServed(string name) => _served.GetValueOrDefault(name);

    private static IEnumerable<ClusterKind> GetServed(IReadOnlyCollection<ClusterKind> kinds)
    {
        var stored = kinds.Select(static kind => kind.Definition.QualifiedName).ToHashSet();
        return kinds.Where(kind => kind.Form is null || stored.Contains(kind.Form.StoredAs));
    }

    private ServedResource Serve(ClusterKind kind) => kind switch
    {
        { Form: { } form } => new FormResource(kind.Definition, form, _stored[form.StoredAs]),
        { Definition.QualifiedName: CustomDefinition.Resource } =>
            new CustomDefinitionResource(_stored[CustomDefinition.Resource], _customKinds),
        _ => _stored[kind.Definition.QualifiedName],
    };

    private void AddAction(string resource, string subresource, SubresourceAction action)
    {
        if (_stored.TryGetValue(resource, out var served))
        {
            served.Actions[subresource] = action;
        }
    }
}
