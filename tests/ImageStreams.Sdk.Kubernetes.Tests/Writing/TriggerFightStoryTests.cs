using ImageStreams.Kubernetes;
using ImageStreams.Serialization;
using ImageStreams.Testing.Server;
using static ImageStreams.Tests.Kubernetes.FightObjects;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The fight of the cluster's own trigger controller with one who applies as Argo CD does, and its end.</summary>
public sealed class TriggerFightStoryTests
{
    private const string Placeholder = "quay.io/team/web:placeholder";

    private static ObjectWriteOptions Argo => new() { FieldManager = "argocd-controller", Fights = FightPolicy.Ignore };

    [Fact]
    public async Task Syncs_StopTheTriggersOrAreStopped_UntilTheyLeaveTheImageOut()
    {
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var cluster = await ConnectedCluster.StartAsync(new FakeClusterOptions { RunsImports = false, RunsRollouts = false });
        var writer = new ObjectWriter(cluster.Connection);
        var client = new KubernetesImageStreamClient(cluster.Connection);
        await client.Streams.CreateAsync(new ImageStream { Metadata = new ObjectMeta { Name = "web", Namespace = "shop" } });
        await PushAsync(client, '1');
        await writer.WriteAsync(Manifest(Placeholder), Argo);
        await WaitAsync(cluster, '1', end.Token);

        var stopped = Assert.IsType<WriteOutcome<ClusterObject>.Conflicted>(await writer.WriteAsync(Manifest(Placeholder), Argo));
        var cause = Assert.Single(stopped.Status.Details!.Causes);
        Assert.Equal((ImageField, "conflict with \"openshift-controller-manager\" using apps/v1"), (cause.Field, cause.Message));

        await writer.WriteAsync(Manifest(Placeholder), Argo with { Force = true });
        await WaitAsync(cluster, '1', end.Token);
        var live = (await cluster.Cluster.FindAsync("deployments.apps", "shop", "web", end.Token))!;
        Assert.Equal(FightTool.ArgoCd, GetFight(Assert.Single(FightReport.Create([live]).Workloads).Forecast).Tool);

        Assert.IsType<WriteOutcome<ClusterObject>.Written>(await writer.WriteAsync(Manifest(image: null), Argo));
        await PushAsync(client, '2');
        await WaitAsync(cluster, '2', end.Token);
        Assert.IsType<WriteOutcome<ClusterObject>.Written>(await writer.WriteAsync(Manifest(image: null), Argo));
        await WaitAsync(cluster, '2', end.Token);
    }

    private static Task WaitAsync(ConnectedCluster cluster, char digit, CancellationToken cancellationToken) => cluster.Cluster.WaitForImageAsync(
        "deployments.apps", "shop", "web", "web", image => image.EndsWith(Digest(digit), StringComparison.Ordinal), cancellationToken);

    private static string Digest(char digit) => $"sha256:{new string(digit, 64)}";

    private static Task PushAsync(KubernetesImageStreamClient client, char digit) => client.Mappings.CreateAsync(new ImageStreamMapping
    {
        Metadata = new ObjectMeta { Name = "web", Namespace = "shop" },
        Image = new Image { Metadata = new ObjectMeta { Name = Digest(digit) }, DockerImageReference = $"registry.test/shop/web@{Digest(digit)}" },
        Tag = "1",
    });

    private static ClusterObject Manifest(string? image) => ImageStreamJson.Deserialize<ClusterObject>("""
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"shop","annotations":{
          "argocd.argoproj.io/tracking-id":"web:apps/Deployment:shop/web",
          "image.openshift.io/triggers":"[{\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"web:1\"},\"fieldPath\":\"spec.template.spec.containers[0].image\"}]"}},
         "spec":{"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},
           "spec":{"containers":[{"name":"web"IMAGE}]}}}}
        """.Replace("IMAGE", image is null ? "" : $",\"image\":\"{image}\"", StringComparison.Ordinal));
}
