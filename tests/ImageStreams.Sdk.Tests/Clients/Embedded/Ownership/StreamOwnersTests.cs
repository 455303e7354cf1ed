using ImageStreams.Clients;
using ImageStreams.Patching;

namespace ImageStreams.Tests.Clients.Embedded.Ownership;

/// <summary>The owners of a stream's fields, kept by the engine at each write of a client.</summary>
public sealed class StreamOwnersTests
{
    private readonly EmbeddedEngine _engine = new();

    [Fact]
    public async Task Patch_ChangesNothing_MakesNoNewVersion()
    {
        var created = await _engine.Client.Streams.CreateAsync(CreateStream());

        var patched = await _engine.Client.Streams.PatchAsync(
            "ns", "app", ObjectPatch.Merge("""{"spec":{"lookupPolicy":null}}"""), new WriteOptions { FieldManager = "other" });

        Assert.Equal(created, patched.Object);
    }

    private static ImageStream CreateStream() => new()
    {
        Metadata = new ObjectMeta { Namespace = "ns", Name = "app" },
        Spec = new ImageStreamSpec
        {
            Tags = [new TagReference { Name = "1", From = ObjectReference.DockerImage("registry.example.com/app:1"), Reference = true }],
        },
    };
}
