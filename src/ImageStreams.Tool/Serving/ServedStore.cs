using ImageStreams.AspNetCore;
using ImageStreams.Kubernetes;
using ImageStreams.Storage;
using k8s.Exceptions;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tool;

/// <summary>Chooses the store of a server: a file, memory, or the custom resources of a cluster.</summary>
internal static class ServedStore
{
    /// <summary>Connects to the cluster; null for a server without one.</summary>
    /// <exception cref="ToolException">There is no kubeconfig, or it cannot be used.</exception>
    public static ClusterConnection? Connect(ServeSettings settings)
    {
        if (!settings.IsInCluster)
        {
            return null;
        }

        try
        {
            return settings.StoreKubeconfig is { } file ? ClusterConnection.FromKubeconfig(file) : ClusterConnection.FromEnvironment();
        }
        catch (Exception e) when (e is KubeConfigException or IOException or UnauthorizedAccessException)
        {
            throw ToolException.Failed($"The cluster of the streams is not known: {e.Message}", e);
        }
    }

    /// <summary>Adds the store, and what it keeps beside the streams.</summary>
    /// <param name="images">The services.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="connection">The cluster; null for none. The services dispose of it.</param>
    public static void Add(IImageStreamsBuilder images, ServeSettings settings, ClusterConnection? connection)
    {
        if (connection is not null)
        {
            AddCluster(images, settings, connection);
            return;
        }

        // Without a cluster, the workloads that follow streams are here.
        images.AddClusterObjects().AddClusterTriggers();
        if (!settings.IsInMemory)
        {
            images.UseSqlite(settings.Data);
        }
    }

    private static void AddCluster(IImageStreamsBuilder images, ServeSettings settings, ClusterConnection connection)
    {
        images
            .UseKubernetesStore(store => store.Group = settings.StoreGroup!, _ => connection)
            .UseReplicas();

        // Namespaces and limits are the cluster's, for the engine too: an object in another namespace is refused, and none is created.
        images.Services.AddSingleton(static provider => new NamespaceDirectory(
            provider.GetRequiredService<IClusterObjectStore>(), createsOnDemand: false, provider.GetRequiredService<TimeProvider>()));
        images.Services.AddImageStreamApi();
    }
}
