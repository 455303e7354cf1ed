namespace ImageStreams.Tool;

/// <summary>The cluster of a command line.</summary>
internal sealed record ClusterSettings
{
    /// <summary>The context of the kubeconfig; null for the current one.</summary>
    public string? Context { get; init; }

    /// <summary>The kubeconfig; null for that of <c>KUBECONFIG</c>, or <c>~/.kube/config</c>.</summary>
    public string? Kubeconfig { get; init; }

    /// <summary>Gets a value indicating whether the objects of all namespaces are read.</summary>
    public bool AllNamespaces { get; init; }

    /// <summary>Gets a value indicating whether the command asks registries, and so needs mirrors rather than builds and workloads.</summary>
    public bool IsAboutRegistries { get; init; }
}
