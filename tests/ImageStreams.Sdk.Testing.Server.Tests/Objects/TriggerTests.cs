using System.Net;
using System.Text;
using ImageStreams.Serialization;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Triggers of a cluster whose objects were not all checked.</summary>
public sealed class TriggerTests
{
    private const string Unreadable =
        """{"kind":"BuildConfig","apiVersion":"build.openshift.io/v1","metadata":{"namespace":"default","name":"odd"},"spec":{"triggers":"none"}}""";

    private const string Deployment =
        """{"metadata":{"name":"web","annotations":{"image.openshift.io/triggers":"[{\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"app:1\"},\"fieldPath\":\"spec.template.spec.containers[0].image\"}]"}},"spec":{"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"web","image":"placeholder"}]}}}}""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Trigger_AnotherObjectCannotBeRead_Reacts()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        var pushed = cluster.Registry.Registry.Push("team/app:1", SyntheticImage.Create("app"));
        var odd = ImageStreamJson.Deserialize<ClusterObject>(Unreadable);
        await cluster.Objects.GetObjects("buildconfigs.build.openshift.io").CreateAsync(odd, timeout.Token);
        await cluster.Client.Streams.CreateAsync(Stream());
        using var http = cluster.CreateHttpClient();
        using var body = new StringContent(Deployment, Encoding.UTF8, "application/json");
        using var created = await http.PostAsync("/apis/apps/v1/namespaces/default/deployments", body);

        var image = await cluster.WaitForImageAsync(
            "deployments.apps", "default", "web", "web", value => value != "placeholder", timeout.Token);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.EndsWith(pushed.ToString(), image, StringComparison.Ordinal);
    }

    private static ImageStream Stream() => new()
    {
        Metadata = new ObjectMeta { Namespace = "default", Name = "app" },
        Spec = new ImageStreamSpec
        {
            Tags = [new TagReference { Name = "1", From = ObjectReference.DockerImage("registry.example.com/team/app:1") }],
        },
    };
}
