using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.Serialization;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Null in the fields of custom resources, as manifests of OpenShift have them: the server leaves out what the definition does not take as null.</summary>
public sealed class NullFieldsTests
{
    private static readonly ClusterResourceType Streams =
        new() { Group = KubernetesStoreOptions.DefaultGroup, Version = "v1", Plural = "imagestreams" };

    [Fact]
    public async Task Create_AStreamAsOcHasWrittenIt_IsTaken()
    {
        await using var cluster = await StoreCluster.StartAsync();
        await using var store = new KubernetesImageStreamStore(cluster.Connection);

        await cluster.Connection.GetResource(Streams).CreateAsync(Read("""
            {"metadata": {"namespace": "shop", "name": "web", "creationTimestamp": null}, "spec": {"lookupPolicy": {"local": null}, "tags": [
              {"name": "1", "annotations": null, "generation": null, "importPolicy": {"scheduled": null}, "referencePolicy": null,
               "from": {"kind": "DockerImage", "name": "quay.io/team/web:1", "namespace": null}}]},
             "status": {"dockerImageRepository": null, "tags": [{"tag": "1", "conditions": null, "items": null}]}}
            """));

        var stream = await store.Streams.FindAsync(new("shop", "web"));
        Assert.Equal("quay.io/team/web:1", Assert.Single(stream!.Spec.Tags).From!.Name);
    }

    [Fact]
    public async Task Create_WithNullForAKey_IsRefused()
    {
        await using var cluster = await StoreCluster.StartAsync();

        var refusal = await Assert.ThrowsAsync<ApiException>(() => cluster.Connection.GetResource(Streams)
            .CreateAsync(Read("""{"metadata": {"namespace": "shop", "name": "web"}, "spec": {"tags": [{"name": null}]}}""")));

        Assert.Equal(ApiFailure.Invalid, refusal.Reason);
        Assert.Contains("spec.tags[0].name", refusal.Message, StringComparison.Ordinal);
    }

    private static ClusterObject Read(string json) => ImageStreamJson.Deserialize<ClusterObject>(json) with
    {
        ApiVersion = KubernetesStoreOptions.DefaultGroup + "/v1",
        Kind = ImageStream.KindName,
    };
}
