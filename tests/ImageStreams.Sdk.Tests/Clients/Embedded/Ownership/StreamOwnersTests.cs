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

    [Fact]
    public async Task Create_ByAClient_HasOneOwnerThatReadersSee()
    {
        await _engine.Client.Streams.CreateAsync(CreateStream());
        var stream = await _engine.Client.Streams.GetAsync("ns", "app");

        var owner = Assert.Single(stream.Metadata.ManagedFields);
        Assert.Equal((WriteOptions.DefaultFieldManager, "Update", null), (owner.Manager, owner.Operation, owner.Subresource));
        Assert.StartsWith("""{"f:spec":{"f:tags":{".":{},"k:{\"name\":\"1\"}":{".":{},""", owner.FieldsV1.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UpdateStatus_OtherTag_OwnsItAsASubresource()
    {
        var stream = await _engine.Client.Streams.CreateAsync(CreateStream());
        var status = stream.Status with { Tags = stream.Status.Tags.Set(new NamedTagEventList { Tag = "2" }) };

        stream = await _engine.Client.Streams.UpdateStatusAsync(stream with { Status = status }, By("writer"));

        var owner = Assert.Single(stream.Metadata.ManagedFields, entry => entry.Subresource == "status");
        Assert.Equal("writer", owner.Manager);
        Assert.Contains("""k:{\"tag\":\"2\"}""", owner.FieldsV1.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_WithOneEmptyEntry_RemovesAllOwnersForGood()
    {
        var stream = await _engine.Client.Streams.CreateAsync(CreateStream());
        stream = await _engine.Client.Streams.UpdateAsync(
            stream with { Metadata = stream.Metadata with { ManagedFields = [new ManagedFieldsEntry()] } });
        Assert.Empty(stream.Metadata.ManagedFields);

        var labels = stream.Metadata.Labels.Set("a", "1");
        stream = await _engine.Client.Streams.UpdateAsync(stream with { Metadata = stream.Metadata with { Labels = labels } });
        Assert.Empty(stream.Metadata.ManagedFields);
    }

    [Fact]
    public async Task Update_WithInvalidEntries_KeepsTheOwners()
    {
        var stream = await _engine.Client.Streams.CreateAsync(CreateStream());
        var invalid = new ManagedFieldsEntry { Manager = "x", Operation = "Update", ApiVersion = "v1", FieldsType = "FieldsV2" };

        var updated = await _engine.Client.Streams.UpdateAsync(
            stream with { Metadata = stream.Metadata with { ManagedFields = [invalid] } });

        Assert.Equal(stream.Metadata.ManagedFields, updated.Metadata.ManagedFields);
    }

    [Fact]
    public async Task Update_DryRun_ShowsTheOwnerAndStoresNothing()
    {
        var stream = await _engine.Client.Streams.CreateAsync(CreateStream());
        var labels = stream.Metadata.Labels.Set("a", "1");

        var answer = await _engine.Client.Streams.UpdateAsync(
            stream with { Metadata = stream.Metadata with { Labels = labels } }, By("other") with { DryRun = true });

        Assert.Contains(answer.Metadata.ManagedFields, entry => entry.Manager == "other");
        Assert.Equal(stream, await _engine.Client.Streams.GetAsync("ns", "app"));
    }

    [Fact]
    public async Task TagWrite_ExistingStream_LeavesTheOwners()
    {
        var stream = await _engine.Client.Streams.CreateAsync(CreateStream());
        var tag = new ImageStreamTag
        {
            Metadata = new ObjectMeta { Namespace = "ns", Name = "app:2" },
            Tag = new TagReference { Name = "2", From = ObjectReference.DockerImage("registry.example.com/app:2"), Reference = true },
        };
        await _engine.Client.Tags.CreateAsync(tag);

        var changed = await _engine.Client.Streams.GetAsync("ns", "app");
        Assert.Equal(2, changed.Spec.Tags.Count);
        Assert.Equal(stream.Metadata.ManagedFields, changed.Metadata.ManagedFields);
    }

    [Fact]
    public async Task TagWrite_NewStream_HasNoOwners()
    {
        await _engine.Client.Tags.CreateAsync(new ImageStreamTag
        {
            Metadata = new ObjectMeta { Namespace = "ns", Name = "app:2" },
            Tag = new TagReference { Name = "2", From = ObjectReference.DockerImage("registry.example.com/app:2"), Reference = true },
        });

        Assert.Empty((await _engine.Client.Streams.GetAsync("ns", "app")).Metadata.ManagedFields);
    }

    private static WriteOptions By(string manager) => new() { FieldManager = manager };

    private static ImageStream CreateStream() => new()
    {
        Metadata = new ObjectMeta { Namespace = "ns", Name = "app" },
        Spec = new ImageStreamSpec
        {
            Tags = [new TagReference { Name = "1", From = ObjectReference.DockerImage("registry.example.com/app:1"), Reference = true }],
        },
    };
}
