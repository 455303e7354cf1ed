using ImageStreams.Kubernetes;
using ImageStreams.Serialization;
using static ImageStreams.Tests.Kubernetes.FightObjects;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>A fight in fact, with one who applies as Argo CD does, and its end.</summary>
public sealed class FightStoryTests
{
    private const string Placeholder = "quay.io/team/web:placeholder";

    private static ObjectWriteOptions Argo =>
        new() { FieldManager = "argocd-controller", Fights = FightPolicy.Ignore };

    [Fact]
    public async Task Sync_WithoutForce_StopsAtTheConflictUntilItLeavesTheImageOut()
    {
        await using var cluster = await ConnectedCluster.StartAsync();
        var writer = new ObjectWriter(cluster.Connection);
        await SyncAsync(writer, Manifest(Placeholder), Argo);
        await TakeAsync(writer);

        var refused = Assert.IsType<WriteOutcome<ClusterObject>.Conflicted>(await writer.WriteAsync(Manifest(Placeholder), Argo));
        Assert.Equal(ImageField, Assert.Single(refused.Status.Details!.Causes).Field);

        await EndAsync(writer);
    }

    [Fact]
    public async Task Sync_WithForce_FightsUntilItLeavesTheImageOut()
    {
        await using var cluster = await ConnectedCluster.StartAsync();
        var writer = new ObjectWriter(cluster.Connection);
        var before = await SyncAsync(writer, Manifest(Placeholder), Argo with { Force = true });
        for (var turn = 1; turn <= 3; turn++)
        {
            Assert.Equal(NextImage, GetImage(await TakeAsync(writer)));
            var synced = await SyncAsync(writer, Manifest(Placeholder), Argo with { Force = true });
            Assert.Equal(Placeholder, GetImage(synced));
            Assert.Equal(before.Metadata.Generation + (2 * turn), synced.Metadata.Generation);
        }

        await TakeAsync(writer);
        await EndAsync(writer);
    }

    [Fact]
    public async Task Write_ThatIsToAvoidFights_IsRefusedAndChangesNothing()
    {
        await using var cluster = await ConnectedCluster.StartAsync();
        var writer = new ObjectWriter(cluster.Connection);
        var before = await SyncAsync(writer, Manifest(Placeholder), Argo);

        var outcome = await writer.WriteAsync(Intend(), new ObjectWriteOptions { Force = true, Fights = FightPolicy.Refuse });

        var fight = GetFight(Assert.IsType<WriteOutcome<ClusterObject>.Refused>(outcome).Forecast);
        Assert.Equal((FightTool.ArgoCd, ImageField), (fight.Tool, fight.Field));
        Assert.Equal(before.Metadata.ResourceVersion, (await SyncAsync(writer, Manifest(Placeholder), Argo)).Metadata.ResourceVersion);
    }

    /// <summary>The sync leaves out what our manager owns; from then on, syncs change nothing, and writes are no fight.</summary>
    private static async Task EndAsync(ObjectWriter writer)
    {
        var first = await SyncAsync(writer, Manifest(image: null), Argo);
        var second = await SyncAsync(writer, Manifest(image: null), Argo with { Force = true });
        Assert.Equal((NextImage, first.Metadata.ResourceVersion), (GetImage(second), second.Metadata.ResourceVersion));

        var next = await writer.WriteAsync(Intend("registry.test/shop/web:next"), new ObjectWriteOptions { Fights = FightPolicy.Refuse });
        Assert.Equal("registry.test/shop/web:next", GetImage(Assert.IsType<WriteOutcome<ClusterObject>.Written>(next).Object));
        Assert.False(next.Forecast.HasCertainFight);
    }

    private static async Task<ClusterObject> TakeAsync(ObjectWriter writer)
    {
        var taken = Assert.IsType<WriteOutcome<ClusterObject>.Written>(await writer.WriteAsync(Intend(), new ObjectWriteOptions { Force = true }));
        Assert.Equal(FightTool.ArgoCd, GetFight(taken.Forecast).Tool);
        return taken.Object;
    }

    private static async Task<ClusterObject> SyncAsync(ObjectWriter writer, ClusterObject manifest, ObjectWriteOptions options) =>
        Assert.IsType<WriteOutcome<ClusterObject>.Written>(await writer.WriteAsync(manifest, options)).Object;

    private static string? GetImage(ClusterObject value) => Workloads.Workload
        .Parse(ImageStreamJson.Serialize(value)).Containers.Single(container => container.Name == "web").Image;

    private static ClusterObject Manifest(string? image)
    {
        var field = image is null ? "" : $",\"image\":\"{image}\"";
        return ImageStreamJson.Deserialize<ClusterObject>("""
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"shop",
              "annotations":{"argocd.argoproj.io/tracking-id":"web:apps/Deployment:shop/web"}},
             "spec":{"replicas":1,"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},
               "spec":{"containers":[{"name":"web"FIELD}]}}}}
            """.Replace("FIELD", field, StringComparison.Ordinal));
    }
}
