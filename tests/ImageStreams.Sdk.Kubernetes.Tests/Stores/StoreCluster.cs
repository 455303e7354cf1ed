using ImageStreams.Kubernetes;
using ImageStreams.Storage;
using ImageStreams.Testing.Server;
using k8s;
using k8s.Models;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>A fake cluster with the custom resource definitions of a store, which remembers few changes.</summary>
internal static class StoreCluster
{
    /// <summary>The changes of each kind that the cluster, and a store, remember.</summary>
    public const int History = 16;

    private static readonly ClusterResourceType Definitions =
        new() { Group = "apiextensions.k8s.io", Version = "v1", Plural = "customresourcedefinitions", IsNamespaced = false };

    private static readonly string[] Namespaces =
        ["shop", "other", "here", "there", "a", "a-b", "aa", "b", "bakery", "shop-2", "sho", "another", "noise", "none"];

    public static async Task<ConnectedCluster> StartAsync(int history = History)
    {
        var cluster = await ConnectedCluster.StartAsync(new FakeClusterOptions
        {
            RunsImports = false,
            RunsTriggers = false,
            RunsRollouts = false,
            CreateStore = time => new InMemoryImageStreamStore(new InMemoryStoreOptions { WatchHistory = history }, time),
        });
        await AddDefinitionsAsync(cluster.Connection);
        foreach (var ns in Namespaces)
        {
            await cluster.Client.CoreV1.CreateNamespaceAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = ns } });
        }

        return cluster;
    }

    /// <summary>Creates the definitions of the default group.</summary>
    public static async Task AddDefinitionsAsync(ClusterConnection connection)
    {
        foreach (var definition in ImageStreamDefinitions.Create(KubernetesStoreOptions.DefaultGroup))
        {
            await connection.GetResource(Definitions).CreateAsync(definition);
        }
    }
}
