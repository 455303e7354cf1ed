using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Kubernetes;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using ImageStreams.Testing.Server;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

/// <summary>The rights of <c>deploy</c>: the store does all of its work with them, and needs each of them.</summary>
public sealed class DeployRightsTests
{
    private const string User = "system:serviceaccount:imagestreams:imagestreams";

    // A lease is deleted when its pod has been gone for a day.
    private static readonly string[] Resources = ["imagestreams", "images", "leases", "configmaps", "limitranges", "resourcequotas"];
    private static readonly HashSet<string> Rare = ["delete leases"];

    [Fact]
    public async Task Store_AsTheServiceAccount_UsesEachOfItsRights()
    {
        await using var shop = await StartAsync();
        var documents = DeployDocuments.Create(CreateSettings()).ToList();
        await CreateAsync(shop, documents);
        shop.Cluster.ClearRequests();
        using var connection = ClusterConnection.FromKubeconfig(await shop.WriteKubeconfigAsync("pod", "pod"));

        await UseStoreAsync(connection);
        await OtherObjectsUse.RunAsync(connection, shop);
        await UseLeasesAsync(connection);
        await UseStateAsync(connection);

        Assert.DoesNotContain(shop.Cluster.Requests, static request => request.StatusCode is 401 or 403);
        var used = shop.Cluster.Requests.Select(Describe).ToHashSet();
        Assert.Empty(GetRights(documents).Except(used).Except(Rare));
    }

    private static async Task UseStoreAsync(ClusterConnection connection)
    {
        await using var store = new KubernetesImageStreamStore(connection);
        await UseAsync(store.Streams, new ImageStream { Metadata = new ObjectMeta { Namespace = "imagestreams", Name = "web" } });
        await UseAsync(store.Images, new Image { Metadata = new ObjectMeta { Name = "sha256:1" } });
    }

    private static async Task UseAsync<T>(IObjectStore<T> store, T value)
        where T : ApiObject
    {
        var created = await store.CreateAsync(value);
        var updated = await store.UpdateAsync(created with { Metadata = created.Metadata with { Generation = 2 } });
        Assert.Equal(updated, (await store.ListAsync(ListQuery.All)).Items[0]);
        Assert.Equal(updated, await store.FindAsync(ObjectKey.FromObject(value)));
        await foreach (var change in store.WatchAsync(WatchQuery.All))
        {
            Assert.IsType<WatchEvent<T>.Added>(change);
            break;
        }

        await store.DeleteAsync(ObjectKey.FromObject(value));
    }

    private static async Task UseLeasesAsync(ClusterConnection connection)
    {
        var leases = new KubernetesLeaseStore(connection, "imagestreams");
        var lease = await leases.TryAcquireAsync("shard/1", "pod", TimeSpan.FromMinutes(1));
        Assert.Single(await leases.ListAsync());
        Assert.True(await leases.ReleaseAsync(lease!));
    }

    private static async Task UseStateAsync(ClusterConnection connection)
    {
        var state = new KubernetesStateStore(connection, "imagestreams");
        await state.WriteAsync([.. Enumerable.Range(0, 10).Select(static i => new StateRecord("imports", $"{i}", "1"))]);
        Assert.Equal(10, (await state.ReadAsync("imports")).Count);
    }

    private static Task<ShopCluster> StartAsync() => ShopCluster.StartAsync(static options => options.ConfigureApi = static api =>
    {
        api.Access.Authorization = ApiAuthorization.Rbac;
        api.Access.Tokens.Add(new ApiTokenOptions { Token = "fake", User = "admin", Groups = { "system:masters" } });
        api.Access.Tokens.Add(new ApiTokenOptions { Token = "pod", User = User });
    });

    private static async Task CreateAsync(ShopCluster shop, List<JsonObject> documents)
    {
        using var admin = ClusterConnection.FromKubeconfig(shop.Kubeconfig);
        foreach (var document in documents.Where(static one => one["kind"]!.GetValue<string>() is not ("APIService" or "Deployment")))
        {
            var value = ImageStreamJson.Deserialize<ClusterObject>(document.ToJsonString());
            await admin.GetResource(DeployedResources.Get(document)).CreateAsync(value);
        }
    }

    private static string Describe(ClusterRequest request)
    {
        var path = request.Path.Split('/');
        var resource = Array.FindIndex(path, Resources.Contains);
        // The namespace has the name of a resource, and may be what is asked for.
        resource = resource >= 0 && path[resource - 1] == "namespaces" ? Array.FindIndex(path, resource + 1, Resources.Contains) : resource;
        resource = resource < 0 ? Array.IndexOf(path, "namespaces") : resource;
        var isOne = resource >= 0 && resource + 1 < path.Length;
        return $"{GetVerb(request, isOne)} {(resource < 0 ? "" : path[resource])}";
    }

    private static string GetVerb(ClusterRequest request, bool isOne) => request.Method switch
    {
        "GET" when request.IsWatch || request.Query.Contains("watch=true", StringComparison.Ordinal) => "watch",
        "GET" => isOne ? "get" : "list",
        "POST" => "create",
        "PUT" => "update",
        _ => request.Method.ToLowerInvariant(),
    };

    private static IEnumerable<string> GetRights(IEnumerable<JsonObject> documents) =>
        from document in documents
        from rule in document["rules"] as JsonArray ?? []
        from resource in rule!["resources"]!.AsArray()
        from verb in rule["verbs"]!.AsArray()
        select $"{verb} {resource}";

    private static DeploySettings CreateSettings() => new()
    {
        Mode = DeployMode.Aggregated,
        Image = "registry.example.com/imagestreams:1",
        Namespace = "imagestreams",
        Replicas = 1,
        Authority = [1],
    };
}
