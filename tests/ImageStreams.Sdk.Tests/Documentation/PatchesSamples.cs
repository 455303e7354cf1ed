using ImageStreams.Clients;
using ImageStreams.Patching;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Documentation;

public sealed class PatchesSamples
{
    [Fact]
    public async Task Patch_AStream_RemovesATagAndOwnsALabel()
    {
        IImageStreamClient client = new EmbeddedImageStreamClient(new InMemoryImageStreamStore());
        await client.Streams.CreateAsync(new ImageStream
        {
            Metadata = new() { Name = "app", Namespace = "shop" },
            Spec = new() { Tags = [new() { Name = "old", From = ObjectReference.DockerImage("quay.io/app/web:1"), Reference = true }] },
        });

        // sample: patches-stream
        var removed = await client.Streams.PatchAsync(
            "shop", "app", ObjectPatch.StrategicMerge("""{ "spec": { "tags": [{ "name": "old", "$patch": "delete" }] } }"""));

        var applied = await client.Streams.PatchAsync(
            "shop",
            "app",
            ObjectPatch.Apply("""
                {
                  "apiVersion": "image.openshift.io/v1",
                  "kind": "ImageStream",
                  "metadata": { "name": "app", "labels": { "team": "web" } }
                }
                """),
            new WriteOptions { FieldManager = "deployer", OnWarning = Console.WriteLine });
        // end

        Assert.Empty(removed.Object.Spec.Tags);
        Assert.False(applied.Created);
        Assert.Equal("web", applied.Object.Metadata.Labels["team"]);
        Assert.Contains(applied.Object.Metadata.ManagedFields, entry => entry.Manager == "deployer");
    }
}
