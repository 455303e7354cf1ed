using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.Storage;
using ImageStreams.Testing;
using ImageStreams.Tests.Builders;

namespace ImageStreams.Tests.Clients;

/// <summary>Images are removed in one process while another names them.</summary>
public sealed class PruningProcessesTests : IDisposable
{
    private static readonly string Name = StreamBuilder.Image('1');
    private static readonly ObjectKey Key = new("", Name);

    private readonly EmbeddedEngine _engine = new();
    private readonly SteppedStore _pruned;
    private readonly SteppedStore _written;

    public PruningProcessesTests() =>
        (_pruned, _written) = (new SteppedStore(_engine.Store), new SteppedStore(_engine.Store));

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task Push_ImageRemovedAfterItWasFound_IsStoredAgain()
    {
        await AddUnusedAsync();
        _written.Step = call => call == "Update ImageStream" ? AssertRemovedAsync() : Task.CompletedTask;

        await PushAsync(_written);

        Assert.NotNull(await _engine.Store.Images.FindAsync(Key));
    }

    [Theory]
    [InlineData("List ImageStream", 1)]
    [InlineData("List Image", 1)]
    [InlineData("Update Image", 1)]
    [InlineData("List ImageStream", 2)]
    [InlineData("List Image", 2)]
    [InlineData("Delete Image", 1)]
    public async Task Prune_ImagePushedBeforeAnyOfItsCalls_LeavesTheImage(string call, int time)
    {
        await AddUnusedAsync();
        var times = 0;
        _pruned.Step = async step =>
        {
            if (step == call && ++times == time)
            {
                await PushAsync(_written);
            }
        };

        Assert.Empty((await PruneAsync(_pruned)).AsEnumerable());

        var image = Assert.IsType<Image>(await _engine.Store.Images.FindAsync(Key));
        Assert.Empty(image.Metadata.Annotations);
    }

    [Fact]
    public async Task Prune_ProcessThatDiesAfterItsMark_LosesNothing()
    {
        await AddUnusedAsync();
        _pruned.Step = static call => call == "Delete Image" ? throw new TimeoutException() : Task.CompletedTask;
        await Assert.ThrowsAsync<TimeoutException>(() => PruneAsync(_pruned));
        Assert.Single((await _engine.Store.Images.FindAsync(Key))!.Metadata.Annotations.AsEnumerable());

        await PushAsync(_written);

        Assert.Empty((await _engine.Store.Images.FindAsync(Key))!.Metadata.Annotations);
    }

    [Fact]
    public async Task Prune_MarkOfAnotherProcessOnANamedImage_IsTakenAway()
    {
        await PushAsync(_written);
        var image = await _engine.Store.Images.FindAsync(Key);
        await _engine.Store.Images.UpdateAsync(RemovalMark.PutOn(image!));

        Assert.Empty((await PruneAsync(_pruned)).AsEnumerable());

        Assert.Empty((await _engine.Store.Images.FindAsync(Key))!.Metadata.Annotations);
    }

    [Fact]
    public async Task Import_ImageRemovedAfterItWasFound_IsStoredAgain()
    {
        var image = _engine.Registry.Push("app/web:1", SyntheticImage.Create("first"));
        await ImportAsync("before");
        await _engine.Client.Streams.DeleteAsync(StreamBuilder.Namespace, "before");
        _written.Step = call => call == "Create ImageStream" ? AssertRemovedAsync() : Task.CompletedTask;

        await ImportAsync("after");

        Assert.NotNull(await _engine.Store.Images.FindAsync(new ObjectKey("", image.ToString())));
    }

    private async Task AssertRemovedAsync() => Assert.Single((await PruneAsync(_pruned)).AsEnumerable());

    private static async Task<ValueList<string>> PruneAsync(IImageStreamStore store) =>
        await new EmbeddedImageStreamClient(store).PruneImagesAsync(TimeSpan.Zero);

    private async Task PushAsync(IImageStreamStore store) => await PruningRound.PushAsync(store, "app", Name);

    private async Task ImportAsync(string stream)
    {
        var client = new EmbeddedImageStreamClient(_written, new ImageImporter(_engine.Registry, _engine.Time));
        await client.Imports.CreateAsync(new ImageStreamImport
        {
            Metadata = new ObjectMeta { Name = stream, Namespace = StreamBuilder.Namespace },
            Spec = new ImageStreamImportSpec
            {
                Import = true,
                Images = [new ImageImportSpec { From = new() { Kind = ReferenceKinds.DockerImage, Name = "quay.io/app/web:1" } }],
            },
        });
    }

    private async Task AddUnusedAsync() =>
        await _engine.Store.Images.CreateAsync(new Image { Metadata = new ObjectMeta { Name = Name } });
}
