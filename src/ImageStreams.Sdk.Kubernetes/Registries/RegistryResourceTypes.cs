namespace ImageStreams.Kubernetes;

/// <summary>The resources that say how registries are contacted.</summary>
internal static class RegistryResourceTypes
{
    private const string ConfigGroup = "config.openshift.io";

    public static ClusterResourceType Secrets { get; } = new() { Version = "v1", Plural = "secrets" };

    public static ClusterResourceType ServiceAccounts { get; } = new() { Version = "v1", Plural = "serviceaccounts" };

    public static ClusterResourceType ConfigMaps { get; } = new() { Version = "v1", Plural = "configmaps" };

    public static ClusterResourceType ImageConfigs { get; } = Config("images");

    public static ClusterResourceType DigestMirrorSets { get; } = Config("imagedigestmirrorsets");

    public static ClusterResourceType TagMirrorSets { get; } = Config("imagetagmirrorsets");

    public static ClusterResourceType ContentSourcePolicies { get; } =
        new() { Group = "operator.openshift.io", Version = "v1alpha1", Plural = "imagecontentsourcepolicies", IsNamespaced = false };

    private static ClusterResourceType Config(string plural) =>
        new() { Group = ConfigGroup, Version = "v1", Plural = plural, IsNamespaced = false };
}
