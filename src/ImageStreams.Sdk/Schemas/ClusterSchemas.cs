using System.Collections.Frozen;

namespace ImageStreams.Schemas;

/// <summary>The schemas of the kinds beside the image group: builds, workloads, and what belongs to them.</summary>
/// <remarks>
/// They follow Kubernetes 1.34 and OpenShift 4: pods, everything that runs them, services, secrets, configuration, leases, events,
/// namespaces with their limits and quotas, roles and bindings, builds, deployment configurations, and the objects that configure the registries of a cluster. The <c>spec</c> of a custom
/// resource definition is any JSON. Safe to use from several threads.
/// </remarks>
public static class ClusterSchemas
{
    private static readonly (string Group, string Version, string[] Kinds)[] Groups =
    [
        ("", "v1", ["Pod", "ReplicationController", "Service", "Secret", "ConfigMap", "ServiceAccount", "Event"]),
        ("", "v1", ["Namespace", "LimitRange", "ResourceQuota"]),
        ("rbac.authorization.k8s.io", "v1", ["Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"]),
        ("apps", "v1", ["Deployment", "ReplicaSet", "DaemonSet", "StatefulSet"]),
        ("batch", "v1", ["CronJob", "Job"]),
        ("coordination.k8s.io", "v1", ["Lease"]),
        ("apiextensions.k8s.io", "v1", ["CustomResourceDefinition"]),
        ("apiregistration.k8s.io", "v1", ["APIService"]),
        ("build.openshift.io", "v1", ["BuildConfig", "Build"]),
        ("apps.openshift.io", "v1", ["DeploymentConfig"]),
        ("config.openshift.io", "v1", ["ImageDigestMirrorSet", "ImageTagMirrorSet", "Image"]),
        ("operator.openshift.io", "v1alpha1", ["ImageContentSourcePolicy"]),
    ];

    private static readonly Lazy<FrozenDictionary<(string Group, string Version, string Kind), ObjectSchema>> ByKind =
        new(() => CreateAll().ToFrozenDictionary(schema => (schema.Group, schema.Version, schema.Kind)));

    /// <summary>All schemas, in no particular order.</summary>
    public static IReadOnlyCollection<ObjectSchema> All => ByKind.Value.Values;

    /// <summary>Finds the schema of a kind; null when there is none.</summary>
    /// <param name="group">The group, such as <c>apps</c>; empty for the core group.</param>
    /// <param name="version">The version, such as <c>v1</c>.</param>
    /// <param name="kind">The kind, such as <c>Deployment</c>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ObjectSchema? Find(string group, string version, string kind)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(kind);
        return ByKind.Value.GetValueOrDefault((group, version, kind));
    }

    private static IEnumerable<ObjectSchema> CreateAll()
    {
        var tables = new TableSchemas();
        return
            from entry in Groups
            from kind in entry.Kinds
            select new ObjectSchema
            {
                Group = entry.Group,
                Version = entry.Version,
                Kind = kind,
                Root = tables.Create(entry.Group == "config.openshift.io" && kind == "Image" ? "ClusterImageConfig" : kind),
            };
    }
}
