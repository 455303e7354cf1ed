using ImageStreams.Kubernetes;
using ImageStreams.Storage;
using ImageStreams.Testing.Server;
using k8s;
using k8s.Models;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>A fake cluster with the custom resources of a store, which remembers few changes.</summary>
internal static class StoreCluster
{
    /// <summary>The changes of each kind that the cluster, and a store, remember.</summary>
    public const int History = 16;

    private static readonly string[] Namespaces =
        ["shop", "other", "here", "there", "a", "a-b", "aa", "b", "bakery", "shop-2", "sho", "another", "noise", "none"];

    public static async Task<ConnectedCluster> StartAsync()
    {
        var options = new FakeClusterOptions
        {
            RunsImports = false,
            RunsTriggers = false,
            RunsRollouts = false,
            CreateStore = static time => new InMemoryImageStreamStore(new InMemoryStoreOptions { WatchHistory = History }, time),
        };
        options.Kinds.Add(StoreRows.Streams);
        options.Kinds.Add(StoreRows.Images);
        var cluster = await ConnectedCluster.StartAsync(options);
        foreach (var ns in Namespaces)
        {
            await cluster.Client.CoreV1.CreateNamespaceAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = ns } });
        }

        return cluster;
    }
}
