using System.CommandLine;
using ImageStreams.Kubernetes;

namespace ImageStreams.Tool;

/// <summary>The options of the place of the streams.</summary>
internal sealed class StoreOptions
{
    private const string InCluster = "kubernetes";

    private readonly Option<string> _store = new("--store")
    {
        Description = "Where the streams are: in the file of --data, or as custom resources of the cluster of the pod, or of KUBECONFIG.",
        HelpName = "file|kubernetes",
        DefaultValueFactory = _ => "file",
    };

    private readonly Option<string> _group = new("--store-group")
    {
        Description = "With --store kubernetes: the group of the custom resources, as deploy has created them.",
        HelpName = "GROUP",
        DefaultValueFactory = _ => KubernetesStoreOptions.DefaultGroup,
    };

    private readonly Option<string?> _kubeconfig = new("--store-kubeconfig")
    {
        Description = "With --store kubernetes: the kubeconfig of the cluster.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _aggregated = new("--aggregated")
    {
        Description = "With --store kubernetes: the API server of the cluster passes requests on, and decides on rights.",
    };

    public StoreOptions() => _store.AcceptOnlyFromAmong("file", InCluster);

    /// <summary>All of them.</summary>
    public Option[] All => [_store, _group, _kubeconfig, _aggregated];

    /// <summary>Adds what a command line says.</summary>
    /// <exception cref="ToolException">An option is wrong.</exception>
    public ServeSettings Read(ParseResult parsed, ServeSettings settings)
    {
        var read = settings with
        {
            StoreGroup = parsed.GetValue(_store) == InCluster ? parsed.GetValue(_group) : null,
            StoreKubeconfig = parsed.GetValue(_kubeconfig),
            IsAggregated = parsed.GetValue(_aggregated),
        };
        return read.IsAggregated && !read.IsInCluster
            ? throw ToolException.Usage("--aggregated belongs to --store kubernetes.")
            : read;
    }
}
