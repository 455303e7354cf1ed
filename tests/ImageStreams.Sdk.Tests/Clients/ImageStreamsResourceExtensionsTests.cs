using ImageStreams.Clients;
using ImageStreams.References;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Clients;

/// <summary>Reads that expect a missing object, lists over all pages, and writes of objects that may exist.</summary>
public sealed class ImageStreamsResourceExtensionsTests : IDisposable
{
    private readonly EmbeddedEngine _engine = new();

    private EmbeddedImageStreamClient Client => _engine.Client;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task FindAsync_MissingObjects_AreNull()
    {
        Assert.Null(await Client.Streams.FindAsync(App));
        Assert.Null(await Client.Tags.FindAsync(Tag("app:latest")));
        Assert.Null(await Client.ImageTags.FindAsync(Tag("app:latest")));
        Assert.Null(await Client.Images.FindAsync(Digest.Parse(Image('1'))));
    }

    [Fact]
    public async Task FindAsync_ExistingStream_IsTheOneOfGet()
    {
        await Client.Streams.CreateAsync(AStream("app"));
        Assert.Equal(await Client.Streams.GetAsync(Namespace, "app"), await Client.Streams.FindAsync(App));
    }

    [Fact]
    public async Task FindAsync_SpecTagWithoutImage_IsFoundAsImageTagOnly()
    {
        await Client.Streams.CreateAsync(AStream("app", Following("a", "other")));

        Assert.Null(await Client.Tags.FindAsync(Tag("app:a")));
        Assert.Equal("app:a", (await Client.ImageTags.FindAsync(Tag("app:a")))?.Metadata.Name);
    }

    [Fact]
    public async Task ListAllAsync_SmallPages_ListsEachStreamOnce()
    {
        foreach (var name in new[] { "a", "b", "c", "d", "e" })
        {
            await Client.Streams.CreateAsync(AStream(name));
        }

        List<string> names = [];
        await foreach (var stream in Client.Streams.ListAllAsync(Namespace, new ListOptions { Limit = 2 }))
        {
            names.Add(stream.Metadata.Name!);
        }

        Assert.Equal(["a", "b", "c", "d", "e"], names);
    }

    [Fact]
    public async Task ListAllAsync_NoImages_IsEmpty()
    {
        await foreach (var image in Client.Images.ListAllAsync())
        {
            Assert.Fail($"There is an image {image.Metadata.Name}.");
        }
    }

    [Fact]
    public async Task CreateOrUpdateAsync_NewStream_CreatesIt()
    {
        var created = await Client.Streams.CreateOrUpdateAsync(AStream("app"));
        Assert.Equal(await Client.Streams.GetAsync(Namespace, "app"), created);
    }

    [Fact]
    public async Task CreateOrUpdateAsync_ExistingStream_ReplacesItsSpec()
    {
        var old = await Client.Streams.CreateAsync(AStream("app", Following("a", "other")));

        var updated = await Client.Streams.CreateOrUpdateAsync(AStream("app", Following("b", "other")));

        Assert.Equal(["b"], updated.Spec.Tags.Select(specTag => specTag.Name));
        Assert.Equal(old.Metadata.Uid, updated.Metadata.Uid);
    }

    [Fact]
    public async Task CreateOrUpdateAsync_InvalidStream_IsInvalid()
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => Client.Streams.CreateOrUpdateAsync(AStream("App")));
        Assert.Equal(ApiFailure.Invalid, error.Reason);
    }

    [Fact]
    public async Task CreateOrUpdateAsync_StreamBeingDeleted_KeepsItsFinalizers()
    {
        var stream = AStream("app");
        await Client.Streams.CreateAsync(stream with { Metadata = stream.Metadata with { Finalizers = ["example.com/audit"] } });
        await Client.Streams.DeleteAsync(Namespace, "app");

        var updated = await Client.Streams.CreateOrUpdateAsync(stream);

        Assert.Equal(["example.com/audit"], updated.Metadata.Finalizers);
        Assert.NotNull(await Client.Streams.FindAsync(App));
    }

    [Fact]
    public async Task CreateOrUpdateAsync_NoName_Throws() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Client.Streams.CreateOrUpdateAsync(new ImageStream()));
}
