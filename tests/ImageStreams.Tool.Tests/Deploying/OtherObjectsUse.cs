using ImageStreams.Kubernetes;
using ImageStreams.Serialization;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Tool;

/// <summary>Reads namespaces and limits of a cluster as a served API does: it lists them, follows them, and reads one.</summary>
internal static class OtherObjectsUse
{
    public static async Task RunAsync(ClusterConnection connection, ShopCluster shop)
    {
        using var admin = ClusterConnection.FromKubeconfig(shop.Kubeconfig);
        await using var store = new KubernetesImageStreamStore(connection);
        await ReadAsync(store, admin, "namespaces", """{"kind":"Namespace","apiVersion":"v1","metadata":{"name":"new"}}""");
        await ReadAsync(store, admin, "limitranges", """{"kind":"LimitRange","apiVersion":"v1","metadata":{"name":"new","namespace":"imagestreams"},"spec":{"limits":[]}}""");
        await ReadAsync(store, admin, "resourcequotas", """{"kind":"ResourceQuota","apiVersion":"v1","metadata":{"name":"new","namespace":"imagestreams"}}""");
    }

    // What is created meanwhile is what the watch reports.
    private static async Task ReadAsync(IClusterObjectStore store, ClusterConnection admin, string plural, string document)
    {
        var objects = store.GetObjects(plural);
        var value = ImageStreamJson.Deserialize<ClusterObject>(document);
        var page = await objects.ListAsync(ListQuery.All);
        await using var watch = objects.WatchAsync(new WatchQuery { ResourceVersion = page.ResourceVersion }).GetAsyncEnumerator();
        var type = new ClusterResourceType { Version = "v1", Plural = plural, IsNamespaced = value.Metadata.Namespace is not null };

        await admin.GetResource(type).CreateAsync(value);

        Assert.True(await watch.MoveNextAsync());
        Assert.NotNull(await objects.FindAsync(ObjectKey.FromObject(value)));
    }
}
