namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>The served API behind a cluster, over kubectl: users and their rights are the cluster's, and a server that is gone is 503.</summary>
[Collection(KubectlCollection.Name)]
public sealed class AggregationTests
{
    private const string Stream =
        """
        apiVersion: image.openshift.io/v1
        kind: ImageStream
        metadata:
          name: web
        spec:
          lookupPolicy:
            local: true
        """;

    private const string Streams = "/apis/image.openshift.io/v1/namespaces/shop/imagestreams";

    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task Streams_OfTwoUsers_AreAsRecorded(string version)
    {
        await using var cluster = await AggregatedCluster.StartAsync(version);
        using var admin = cluster.Begin("fake", null);
        admin.Write("all.yaml", await cluster.RenderAsync());
        await admin.WaitForAsync("apply -f all.yaml", "apiservice.apiregistration.k8s.io");
        await admin.WaitForAsync("create namespace shop", "created");
        await admin.RunAsync("get imagestreams -n shop");
        await cluster.ServeAsync();
        await admin.RunAllAsync(
            "wait apiservice/v1.image.openshift.io --for=condition=Available --timeout=20s",
            "get apiservice v1.image.openshift.io");
        using var alice = cluster.Begin("token-of-alice", "shop");
        using var bob = cluster.Begin("token-of-bob", "shop");

        alice.Write("web.yaml", Stream);
        bob.Write("web.yaml", Stream);
        var watch = bob.Start("get imagestreams -w --no-headers");
        await alice.RunAllAsync("create -f web.yaml", "get imagestreams -o name", "get imagestreams -n default");
        await watch.WaitForLinesAsync(1);
        await bob.RunAllAsync("get imagestream web -o name", "delete imagestream web", "label imagestream web a=b");
        await admin.RunAsync("get imagestreams.store.imagestreams.sdk -n shop -o name");
        await cluster.StopServerAsync();
        await alice.RunAsync("get imagestreams");
        await admin.WaitForAsync("get apiservice v1.image.openshift.io", "False (FailedDiscoveryCheck)");

        KubectlGolden.AssertEqual(version, "aggregation", $"# admin\n{admin.Terminal}# alice\n{alice.Terminal}# bob\n{bob.Terminal}");
    }

    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    public async Task Server_AskedDirectly_KnowsTokensOfTheClusterOnly(string version)
    {
        await using var cluster = await AggregatedCluster.StartAsync(version);
        using var admin = cluster.Begin("fake", null);
        admin.Write("all.yaml", await cluster.RenderAsync());
        await admin.WaitForAsync("apply -f all.yaml", "apiservice.apiregistration.k8s.io");
        await admin.WaitForAsync("create namespace shop", "created");
        await cluster.ServeAsync();

        Assert.Equal(200, await cluster.AskServerAsync(Streams, "token-of-alice"));
        Assert.Equal(403, await cluster.AskServerAsync("/apis/image.openshift.io/v1/imagestreams", "token-of-alice"));
        Assert.Equal(401, await cluster.AskServerAsync(Streams, "token-of-nobody"));
        Assert.Equal(401, await cluster.AskServerAsync(Streams, null));
        Assert.Equal(401, await cluster.AskServerAsync(Streams, null, ("X-Remote-User", "admin"), ("X-Remote-Group", "system:masters")));
        Assert.Equal(403, await cluster.AskServerAsync(
            "/apis/image.openshift.io/v1/imagestreams", "token-of-alice", ("X-Remote-User", "admin"), ("X-Remote-Group", "system:masters")));
    }
}
