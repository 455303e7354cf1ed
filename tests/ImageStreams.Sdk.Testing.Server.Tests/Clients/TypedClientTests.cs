using System.Net;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace ImageStreams.Tests.TestingServer;

/// <summary>The typed methods of KubernetesClient.</summary>
public sealed class TypedClientTests
{
    [Fact]
    public async Task Deployment_CreateReadReplaceDelete_AsOnACluster()
    {
        await using var cluster = await ClusterClient.StartAsync();
        var apps = cluster.Client.AppsV1;

        var created = await apps.CreateNamespacedDeploymentAsync(Deployments.Create("web"), "default", cancellationToken: cluster.Token);
        created.Spec.Replicas = 3;
        var replaced = await apps.ReplaceNamespacedDeploymentAsync(created, "web", "default", cancellationToken: cluster.Token);
        var read = await apps.ReadNamespacedDeploymentAsync("web", "default", cancellationToken: cluster.Token);
        await apps.DeleteNamespacedDeploymentAsync("web", "default", cancellationToken: cluster.Token);

        Assert.Equal(1, created.Metadata.Generation);
        Assert.Equal(2, replaced.Metadata.Generation);
        Assert.Equal(("RollingUpdate", 10, "ClusterFirst"), (read.Spec.Strategy.Type, read.Spec.RevisionHistoryLimit, read.Spec.Template.Spec.DnsPolicy));
        Assert.Equal(replaced.Metadata.ResourceVersion, read.Metadata.ResourceVersion);
        await AssertStatusAsync(
            HttpStatusCode.NotFound, () => apps.ReadNamespacedDeploymentAsync("web", "default", cancellationToken: cluster.Token));
    }

    [Fact]
    public async Task Deployment_StaleVersion_IsAConflict()
    {
        await using var cluster = await ClusterClient.StartAsync();
        var apps = cluster.Client.AppsV1;
        var created = await apps.CreateNamespacedDeploymentAsync(Deployments.Create("web"), "default", cancellationToken: cluster.Token);
        var stale = created.Metadata.ResourceVersion;
        created.Spec.Replicas = 3;
        await apps.ReplaceNamespacedDeploymentAsync(created, "web", "default", cancellationToken: cluster.Token);

        created.Metadata.ResourceVersion = stale;
        created.Spec.Replicas = 4;

        await AssertStatusAsync(
            HttpStatusCode.Conflict,
            () => apps.ReplaceNamespacedDeploymentAsync(created, "web", "default", cancellationToken: cluster.Token));
    }

    [Fact]
    public async Task Deployment_AllKindsOfPatches_AreApplied()
    {
        await using var cluster = await ClusterClient.StartAsync();
        var apps = cluster.Client.AppsV1;
        await apps.CreateNamespacedDeploymentAsync(Deployments.Create("web"), "default", cancellationToken: cluster.Token);

        var strategic = new V1Patch(
            """{"spec":{"template":{"spec":{"containers":[{"name":"web","image":"a:2"}]}}}}""", V1Patch.PatchType.StrategicMergePatch);
        await apps.PatchNamespacedDeploymentAsync(strategic, "web", "default", cancellationToken: cluster.Token);
        var merge = new V1Patch("""{"metadata":{"labels":{"team":"shop"}}}""", V1Patch.PatchType.MergePatch);
        await apps.PatchNamespacedDeploymentAsync(merge, "web", "default", cancellationToken: cluster.Token);
        var json = new V1Patch("""[{"op":"replace","path":"/spec/replicas","value":5}]""", V1Patch.PatchType.JsonPatch);
        var patched = await apps.PatchNamespacedDeploymentAsync(json, "web", "default", cancellationToken: cluster.Token);
        var apply = new V1Patch(
            """{"apiVersion":"apps/v1","kind":"Deployment","spec":{"paused":true}}""", V1Patch.PatchType.ApplyPatch);
        var applied = await apps.PatchNamespacedDeploymentAsync(
            apply, "web", "default", fieldManager: "tests", cancellationToken: cluster.Token);

        Assert.Equal(("a:2", "shop", 5), (patched.Spec.Template.Spec.Containers[0].Image, patched.Metadata.Labels["team"], patched.Spec.Replicas));
        Assert.True(applied.Spec.Paused);
        Assert.Contains(applied.Metadata.ManagedFields, entry => entry is { Manager: "tests", Operation: "Apply" });
    }

    [Fact]
    public async Task Deployment_Status_IsChangedByItsSubresourceAlone()
    {
        await using var cluster = await ClusterClient.StartAsync();
        var apps = cluster.Client.AppsV1;
        var created = await apps.CreateNamespacedDeploymentAsync(Deployments.Create("web"), "default", cancellationToken: cluster.Token);
        created.Status = new V1DeploymentStatus { ReadyReplicas = 2 };
        created.Spec.Replicas = 9;

        var status = await apps.ReplaceNamespacedDeploymentStatusAsync(created, "web", "default", cancellationToken: cluster.Token);
        created.Metadata.ResourceVersion = status.Metadata.ResourceVersion;
        created.Status.ReadyReplicas = 7;
        var whole = await apps.ReplaceNamespacedDeploymentAsync(created, "web", "default", cancellationToken: cluster.Token);

        Assert.Equal((2, 2), (status.Status.ReadyReplicas, status.Spec.Replicas));
        Assert.Equal((2, 9), (whole.Status.ReadyReplicas, whole.Spec.Replicas));
    }

    [Fact]
    public async Task Deployment_Scale_IsReadAndPatched()
    {
        await using var cluster = await ClusterClient.StartAsync();
        var apps = cluster.Client.AppsV1;
        await apps.CreateNamespacedDeploymentAsync(Deployments.Create("web"), "default", cancellationToken: cluster.Token);

        var scale = await apps.ReadNamespacedDeploymentScaleAsync("web", "default", cancellationToken: cluster.Token);
        var patch = new V1Patch("""{"spec":{"replicas":4}}""", V1Patch.PatchType.MergePatch);
        var patched = await apps.PatchNamespacedDeploymentScaleAsync(patch, "web", "default", cancellationToken: cluster.Token);
        var read = await apps.ReadNamespacedDeploymentAsync("web", "default", cancellationToken: cluster.Token);

        Assert.Equal((2, "app=web"), (scale.Spec.Replicas, scale.Status.Selector));
        Assert.Equal((4, 4), (patched.Spec.Replicas, read.Spec.Replicas));
    }

    [Fact]
    public async Task ConfigMaps_ListBySelectorAndPages()
    {
        await using var cluster = await ClusterClient.StartAsync();
        var core = cluster.Client.CoreV1;
        foreach (var name in (string[])["a", "b", "c"])
        {
            var map = new V1ConfigMap
            {
                Metadata = new V1ObjectMeta { Name = name, Labels = new Dictionary<string, string> { ["odd"] = name == "b" ? "no" : "yes" } },
                Data = new Dictionary<string, string> { ["k"] = name },
            };
            await core.CreateNamespacedConfigMapAsync(map, "default", cancellationToken: cluster.Token);
        }

        var odd = await core.ListNamespacedConfigMapAsync("default", labelSelector: "odd=yes", cancellationToken: cluster.Token);
        var page = await core.ListNamespacedConfigMapAsync("default", limit: 2, cancellationToken: cluster.Token);
        var rest = await core.ListNamespacedConfigMapAsync(
            "default", limit: 2, continueParameter: page.Continue(), cancellationToken: cluster.Token);

        Assert.Equal(["a", "c"], odd.Items.Select(map => map.Metadata.Name));
        Assert.Equal(["a", "b", "c"], page.Items.Concat(rest.Items).Select(map => map.Metadata.Name));
        Assert.Equal("b", page.Items[1].Data["k"]);
    }

    [Fact]
    public async Task Generic_ReadsAndPatches()
    {
        await using var cluster = await ClusterClient.StartAsync();
        using var leases = new GenericClient(cluster.Client, "coordination.k8s.io", "v1", "leases", disposeClient: false);
        var lease = new V1Lease
        {
            ApiVersion = "coordination.k8s.io/v1",
            Kind = "Lease",
            Metadata = new V1ObjectMeta { Name = "leader" },
            Spec = new V1LeaseSpec { HolderIdentity = "a" },
        };

        await leases.CreateNamespacedAsync(lease, "default", cluster.Token);
        var read = await leases.ReadNamespacedAsync<V1Lease>("default", "leader", cluster.Token);
        var list = await leases.ListNamespacedAsync<V1LeaseList>("default");

        Assert.Equal("a", read.Spec.HolderIdentity);
        Assert.Single(list.Items);
    }

    private static async Task AssertStatusAsync(HttpStatusCode expected, Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<HttpOperationException>(call);
        Assert.Equal(expected, failure.Response.StatusCode);
    }
}
