using System.Net;
using System.Net.Http.Json;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Documentation;

/// <summary>The samples of <c>docs/how-to/fake-cluster.md</c>.</summary>
public sealed class FakeClusterSamples
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const string Deployment =
        """{"metadata":{"name":"web","annotations":{"image.openshift.io/triggers":"[{\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"app:1\"},\"fieldPath\":\"spec.template.spec.containers[0].image\"}]"}},"spec":{"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"web","image":"placeholder"}]}}}}""";

    [Fact]
    public async Task Push_StreamAndDeployment_RollsOut()
    {
        using var timeout = new CancellationTokenSource(Patience);

        // sample: fake-cluster-story
        await using var cluster = await FakeCluster.StartAsync();
        var pushed = cluster.Registry.Registry.Push("team/app:1", SyntheticImage.Create("app"));
        await cluster.Client.Streams.CreateAsync(new ImageStream
        {
            Metadata = new ObjectMeta { Namespace = "default", Name = "app" },
            Spec = new ImageStreamSpec
            {
                Tags = [new TagReference { Name = "1", From = ObjectReference.DockerImage("registry.example.com/team/app:1") }],
            },
        });

        using var http = cluster.CreateHttpClient();
        using var deployment = new StringContent(Deployment, null, "application/json");
        await http.PostAsync("/apis/apps/v1/namespaces/default/deployments", deployment);

        var image = await cluster.WaitForImageAsync(
            "deployments.apps", "default", "web", "web", image => image != "placeholder", timeout.Token);
        Assert.EndsWith(pushed.ToString(), image);
        // end
    }

    [Fact]
    public async Task Fault_Conflict_IsAnswered()
    {
        // sample: fake-cluster-faults
        await using var cluster = await FakeCluster.StartAsync();
        using var http = cluster.CreateHttpClient();
        cluster.Faults.FailNext(ClusterFault.Unavailable(retryAfter: 2));

        var refused = await http.GetAsync("/api/v1/namespaces/default/pods");
        var answered = await http.GetAsync("/api/v1/namespaces/default/pods");

        Assert.Equal((503, 200), ((int)refused.StatusCode, (int)answered.StatusCode));
        Assert.Equal("GET /api/v1/namespaces/default/pods 503", cluster.Requests[0].ToString());
        // end
    }

    [Fact]
    public async Task Kind_OfAUser_IsServed()
    {
        // sample: fake-cluster-kinds
        var options = new FakeClusterOptions();
        var deployments = ClusterKinds.Find("deployments.apps")!.Definition;
        options.Kinds.Add(new ClusterKind
        {
            Definition = deployments with
            {
                Group = "example.com", Plural = "widgets", Singular = "widget", Kind = "Widget", ShortNames = [], Columns = [],
            },
        });
        await using var cluster = await FakeCluster.StartAsync(options);
        // end

        using var http = cluster.CreateHttpClient();
        using var created = await http.PostAsJsonAsync(
            "/apis/example.com/v1/namespaces/default/widgets", new { metadata = new { name = "w" }, spec = new { size = 3 } });
        var stored = await cluster.FindAsync("widgets.example.com", "default", "w");

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("{\"size\":3}", stored!.UnknownFields["spec"].ToString());
    }
}
