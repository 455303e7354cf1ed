namespace ImageStreams.Kubernetes;

/// <summary>Options of a <see cref="KubernetesImageStreamStore"/>.</summary>
/// <remarks>Copied when the store is created; later changes have no effect on it. All options bind from configuration.</remarks>
public sealed class KubernetesStoreOptions
{
    /// <summary>The default of <see cref="Group"/>: <c>store.imagestreams.sdk</c>, beside which an API can be served in the group that
    /// clients know.</summary>
    public const string DefaultGroup = "store.imagestreams.sdk";

    /// <summary>The group in which clients look for image streams: <c>image.openshift.io</c>.</summary>
    public const string ImageGroup = "image.openshift.io";

    /// <summary>The version of the custom resources: <c>v1</c>.</summary>
    public const string Version = "v1";

    /// <summary>The default of <see cref="MaxObjectBytes"/>: 1,500,000, which leaves room for what the server adds.</summary>
    public const int DefaultMaxObjectBytes = 1_500_000;

    /// <summary>The default of <see cref="WatchHistory"/>: 4,096.</summary>
    public const int DefaultWatchHistory = 4096;

    /// <summary>The default of <see cref="PageSize"/>: 500.</summary>
    public const int DefaultPageSize = 500;

    private const int MaxWatchHistory = 1 << 20;
    private const int MaxPageSize = 100_000;

    /// <summary>The group of the custom resources; <see cref="DefaultGroup"/> by default, or <see cref="ImageGroup"/> where clients
    /// read the custom resources themselves.</summary>
    /// <remarks>Never <see cref="ImageGroup"/> on OpenShift, whose own API has that name.</remarks>
    public string Group { get; set; } = DefaultGroup;

    /// <summary>The size of the largest object, in bytes of JSON; positive; 1,500,000 by default.</summary>
    /// <remarks>The default of etcd is 1.5 MiB for a whole request.</remarks>
    public int MaxObjectBytes { get; set; } = DefaultMaxObjectBytes;

    /// <summary>The number of changes of each kind that are kept in memory for watchers; 1 to 1,048,576; 4,096 by default.</summary>
    /// <remarks>A watcher that is behind by more gets <see cref="Storage.StoreFailure.FellBehind"/>.</remarks>
    public int WatchHistory { get; set; } = DefaultWatchHistory;

    /// <summary>The number of objects that one request reads; 1 to 100,000; 500 by default.</summary>
    public int PageSize { get; set; } = DefaultPageSize;

    /// <summary>Finds what is wrong with the options.</summary>
    /// <returns>A sentence for each problem; empty when the options can be used.</returns>
    public IEnumerable<string> Validate()
    {
        if (!StoredNames.IsPlain(Group ?? "") || !Group!.Contains('.', StringComparison.Ordinal))
        {
            yield return $"{nameof(Group)} is '{Group}'; it must be a DNS name with a dot, such as {DefaultGroup}.";
        }

        if (MaxObjectBytes <= 0)
        {
            yield return $"{nameof(MaxObjectBytes)} is {MaxObjectBytes}; it must be positive.";
        }

        if (WatchHistory is < 1 or > MaxWatchHistory)
        {
            yield return $"{nameof(WatchHistory)} is {WatchHistory}; it must be 1 to {MaxWatchHistory}.";
        }

        if (PageSize is < 1 or > MaxPageSize)
        {
            yield return $"{nameof(PageSize)} is {PageSize}; it must be 1 to {MaxPageSize}.";
        }
    }

    internal KubernetesStoreOptions Copy() => (KubernetesStoreOptions)MemberwiseClone();
}
