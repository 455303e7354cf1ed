namespace ImageStreams.Kubernetes;

/// <summary>The kinds that a served API reads in every cluster, which it need not ask for.</summary>
internal static class WellKnownKinds
{
    /// <summary>Finds a kind of the core group; null for another one.</summary>
    public static ClusterForm? Find(string resource) => resource switch
    {
        "namespaces" => Create(resource, "Namespace", isNamespaced: false),
        "limitranges" => Create(resource, "LimitRange"),
        "resourcequotas" => Create(resource, "ResourceQuota"),
        "secrets" => Create(resource, "Secret"),
        "configmaps" => Create(resource, "ConfigMap"),
        "pods" => Create(resource, "Pod"),
        _ => null,
    };

    private static ClusterForm Create(string plural, string kind, bool isNamespaced = true) =>
        new(new ClusterResourceType { Version = "v1", Plural = plural, IsNamespaced = isNamespaced }, kind);
}
