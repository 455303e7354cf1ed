using ImageStreams.Testing;
using k8s;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Image streams through KubernetesClient, as the records of this library.</summary>
public sealed class StreamClientTests
{
    private const string Group = "image.openshift.io";

    [Fact]
    public async Task Stream_AsACustomObject_IsReadAndWrittenAsARecord()
    {
        await using var cluster = await ClusterClient.StartAsync();
        var stream = new ImageStream
        {
            Metadata = new ObjectMeta { Name = "app" },
            Spec = new ImageStreamSpec { LookupPolicy = new ImageLookupPolicy { Local = true } },
        }.WithTypeMeta();

        var created = await cluster.Client.CustomObjects.CreateNamespacedCustomObjectAsync<ImageStream>(
            stream, Group, "v1", "default", "imagestreams", cancellationToken: cluster.Token);
        var list = await cluster.Client.CustomObjects.ListNamespacedCustomObjectAsync<ImageStreamList>(
            Group, "v1", "default", "imagestreams", cancellationToken: cluster.Token);

        Assert.True(created.Spec.LookupPolicy.Local);
        Assert.Equal(created.Metadata.Uid, Assert.Single(list.Items).Metadata.Uid);
    }

    [Fact]
    public async Task Push_StreamWithAnAnnotatedDeployment_ChangesItsImage()
    {
        await using var cluster = await ClusterClient.StartAsync();
        var image = cluster.Cluster.Registry.Host + "/team/app:1";
        var first = cluster.Cluster.Registry.Registry.Push("team/app:1", SyntheticImage.Create("one"));
        await CreateStreamAsync(cluster, image);
        await cluster.Client.AppsV1.CreateNamespacedDeploymentAsync(
            Deployments.Create("web", triggers: Deployments.Trigger("app:1")), "default", cancellationToken: cluster.Token);

        var found = await cluster.Cluster.WaitForImageAsync(
            "deployments.apps", "default", "web", "web", text => text.EndsWith(first.ToString(), StringComparison.Ordinal), cluster.Token);

        Assert.Equal($"{cluster.Cluster.Registry.Host}/team/app@{first}", found);
        var deployment = await cluster.Client.AppsV1.ReadNamespacedDeploymentAsync("web", "default", cancellationToken: cluster.Token);
        Assert.Contains(
            deployment.Metadata.ManagedFields, entry => entry is { Manager: "openshift-controller-manager", Operation: "Update" });
        Assert.Equal(2, deployment.Metadata.Generation);
    }

    private static Task<ImageStream> CreateStreamAsync(ClusterClient cluster, string image)
    {
        var stream = new ImageStream
        {
            Metadata = new ObjectMeta { Name = "app" },
            Spec = new ImageStreamSpec
            {
                Tags =
                [
                    new TagReference
                    {
                        Name = "1",
                        From = new ObjectReference { Kind = "DockerImage", Name = image },
                        ImportPolicy = new TagImportPolicy { Insecure = true },
                    },
                ],
            },
        }.WithTypeMeta();
        return cluster.Client.CustomObjects.CreateNamespacedCustomObjectAsync<ImageStream>(
            stream, Group, "v1", "default", "imagestreams", cancellationToken: cluster.Token);
    }
}
