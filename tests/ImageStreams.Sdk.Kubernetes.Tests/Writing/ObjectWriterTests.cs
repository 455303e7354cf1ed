using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Kubernetes;
using ImageStreams.Serialization;
using static ImageStreams.Tests.Kubernetes.FightObjects;

namespace ImageStreams.Tests.Kubernetes;

public sealed class ObjectWriterTests
{
    private static ObjectWriteOptions Update => new() { Method = WriteMethod.Update };

    [Theory]
    [InlineData(WriteMethod.Apply)]
    [InlineData(WriteMethod.Update)]
    public async Task Write_OfAStreamThatIsMissing_CreatesIt(WriteMethod method)
    {
        await using var cluster = await ConnectedCluster.StartAsync();
        var writer = new ObjectWriter(cluster.Connection);
        var options = new ObjectWriteOptions { Method = method, FieldManager = "deployer" };

        var outcome = await writer.WriteStreamAsync(AStream("1"), options);

        var written = Assert.IsType<WriteOutcome<ImageStream>.Written>(outcome);
        Assert.True(written.IsCreated);
        Assert.Equal("deployer", Assert.Single(written.Object.Metadata.ManagedFields).Manager);
        Assert.Equal(method.ToString(), written.Object.Metadata.ManagedFields[0].Operation);
    }

    [Fact]
    public async Task Apply_WithoutATag_RemovesItAndUpdateKeepsIt()
    {
        await using var cluster = await ConnectedCluster.StartAsync();
        var writer = new ObjectWriter(cluster.Connection);
        await writer.WriteStreamAsync(AStream("1", "2"));

        var updated = Assert.IsType<WriteOutcome<ImageStream>.Written>(await writer.WriteStreamAsync(AStream("1"), Update));
        Assert.Equal(["1", "2"], updated.Object.Spec.Tags.Select(tag => tag.Name));
        var applied = Assert.IsType<WriteOutcome<ImageStream>.Written>(await writer.WriteStreamAsync(AStream("1")));
        Assert.Equal(["1"], applied.Object.Spec.Tags.Select(tag => tag.Name));
    }

    [Fact]
    public async Task Update_WhileOthersWrite_IsRepeatedAndLosesNothing()
    {
        using var handler = new BeforePutHandler();
        await using var cluster = await ConnectedCluster.StartAsync(handlers: handler);
        var writer = new ObjectWriter(cluster.Connection);
        var client = new KubernetesImageStreamClient(cluster.Connection);
        await client.Streams.CreateAsync(AStream("1"));
        var left = 3;
        handler.Before = async () =>
        {
            if (left-- > 0)
            {
                await client.Streams.PatchAsync("shop", "web", Label($"l{left}", "x"));
            }
        };

        var written = Assert.IsType<WriteOutcome<ImageStream>.Written>(await writer.WriteStreamAsync(AStream("1", "2"), Update));

        Assert.Equal(["1", "2"], written.Object.Spec.Tags.Select(tag => tag.Name));
        Assert.Equal(["l0", "l1", "l2"], written.Object.Metadata.Labels.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Update_ThatNeverSucceeds_EndsWithTheConflict()
    {
        using var handler = new BeforePutHandler();
        await using var cluster = await ConnectedCluster.StartAsync(handlers: handler);
        var client = new KubernetesImageStreamClient(cluster.Connection);
        await client.Streams.CreateAsync(AStream("1"));
        var count = 0;
        handler.Before = () =>
            client.Streams.PatchAsync("shop", "web", Label("l", $"v{count++}"));

        var refused = await Assert.ThrowsAsync<ApiException>(
            () => new ObjectWriter(cluster.Connection).WriteStreamAsync(AStream("1", "2"), Update with { MaxAttempts = 4 }));
        Assert.Equal((ApiFailure.Conflict, 4), (refused.Reason, count));
    }

    [Fact]
    public async Task Update_ThatChangesNothing_SendsNothing()
    {
        await using var cluster = await ConnectedCluster.StartAsync();
        var writer = new ObjectWriter(cluster.Connection);
        var first = Assert.IsType<WriteOutcome<ImageStream>.Written>(await writer.WriteStreamAsync(AStream("1"), Update));

        var again = Assert.IsType<WriteOutcome<ImageStream>.Written>(
            await writer.WriteStreamAsync(AStream("1"), Update with { FieldManager = "other" }));
        Assert.Equal(first.Object.Metadata.ResourceVersion, again.Object.Metadata.ResourceVersion);
    }

    [Fact]
    public async Task Update_OfAWorkload_ReportsTheFightAndWrites()
    {
        await using var cluster = await ConnectedCluster.StartAsync();
        var writer = new ObjectWriter(cluster.Connection);
        var live = ReadJson("helm");
        foreach (var name in (string[])["managedFields", "uid", "resourceVersion", "generation", "creationTimestamp"])
        {
            live["metadata"]!.AsObject().Remove(name);
        }

        var manifest = ImageStreamJson.Deserialize<ClusterObject>(live.ToJsonString());
        await writer.WriteAsync(manifest, Update with { FieldManager = "helm" });
        var written = Assert.IsType<WriteOutcome<ClusterObject>.Written>(await writer.WriteAsync(Intend(), Update));

        Assert.Equal((FightTool.Helm, "release shop/web"), (GetFight(written.Forecast).Tool, GetFight(written.Forecast).ToolObject));
        Assert.Contains(NextImage, ImageStreamJson.Serialize(written.Object), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arguments_ThatCannotBe_AreRefused()
    {
        await using var cluster = await ConnectedCluster.StartAsync();
        var writer = new ObjectWriter(cluster.Connection);

        await Assert.ThrowsAsync<ArgumentException>(() => writer.WriteAsync(new ClusterObject()));
        await Assert.ThrowsAsync<ArgumentException>(() => writer.WriteAsync(Intend(), new ObjectWriteOptions { MaxAttempts = 0 }));
        await Assert.ThrowsAsync<ArgumentException>(() => writer.WriteAsync(Intend(), new ObjectWriteOptions { FieldManager = "" }));
    }

    private static Patching.ObjectPatch Label(string name, string value) =>
        Patching.ObjectPatch.Merge($"{{\"metadata\":{{\"labels\":{{\"{name}\":\"{value}\"}}}}}}");

    private static ImageStream AStream(params string[] tags) => new()
    {
        Metadata = new ObjectMeta { Name = "web", Namespace = "shop" },
        Spec = new ImageStreamSpec { Tags = tags.Select(tag => new TagReference { Name = tag }).ToKeyedList() },
    };

    private sealed class BeforePutHandler : DelegatingHandler
    {
        public Func<Task> Before { get; set; } = () => Task.CompletedTask;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Put)
            {
                await Before();
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
