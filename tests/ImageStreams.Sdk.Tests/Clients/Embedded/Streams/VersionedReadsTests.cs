using ImageStreams.Clients;
using ImageStreams.Storage;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Clients;

public sealed class VersionedReadsTests
{
    private readonly FakeTimeProvider _time = new() { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };
    private readonly InMemoryImageStreamStore _store = new();
    private readonly IImageStreamsResource _streams;

    public VersionedReadsTests() => _streams = new EmbeddedImageStreamClient(
        _store, options: new EmbeddedImageStreamOptions { VersionWait = TimeSpan.Zero }, timeProvider: _time).Streams;

    [Fact]
    public async Task List_Exact_ShowsTheStateThen()
    {
        var version = await CreateAsync("a");
        await CreateAsync("b");

        Assert.Equal(["a"], await ListAsync(new ListOptions { ResourceVersion = version, ResourceVersionMatch = ResourceVersionMatch.Exact }));
        Assert.Equal(["a"], await ListAsync(new ListOptions { ResourceVersion = version, Limit = 5 }));
    }

    [Fact]
    public async Task List_NotOlder_ShowsTheLatestState()
    {
        var version = await CreateAsync("a");
        await CreateAsync("b");

        Assert.Equal(["a", "b"], await ListAsync(new ListOptions { ResourceVersion = version }));
        Assert.Equal(["a", "b"], await ListAsync(new ListOptions { ResourceVersion = "0", Limit = 1 }));
    }

    [Fact]
    public async Task List_VersionToCome_IsATimeout()
    {
        await CreateAsync("a");

        var refused = await Assert.ThrowsAsync<ApiException>(() => ListAsync(new ListOptions { ResourceVersion = "1000" }));

        Assert.Equal((ApiFailure.Timeout, 504), (refused.Reason, refused.Status.Code));
        Assert.Equal("ResourceVersionTooLarge", Assert.Single(refused.Causes).Reason);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    public async Task List_NoVersion_IsABadRequest(string version)
    {
        var refused = await Assert.ThrowsAsync<ApiException>(() => ListAsync(new ListOptions { ResourceVersion = version }));

        Assert.Equal(ApiFailure.BadRequest, refused.Reason);
    }

    [Fact]
    public async Task List_OneName_IsOnePage()
    {
        await CreateAsync("a");
        await CreateAsync("b");

        var page = await _streams.ListAsync(Namespace, new ListOptions { FieldSelector = "metadata.name=a", Limit = 1 });

        Assert.Equal("a", Assert.Single(page.Items).Name);
        Assert.Null(page.Metadata.Continue);
    }

    [Fact]
    public async Task Get_Twice_IsOneInstance()
    {
        await CreateAsync("a");

        Assert.Same(await _streams.GetAsync(Namespace, "a"), await _streams.GetAsync(Namespace, "a"));
    }

    [Fact]
    public async Task Get_AfterAnUpdate_IsTheInstanceThatWasReturned()
    {
        await CreateAsync("a");
        var stream = await _streams.GetAsync(Namespace, "a");

        var updated = await _streams.UpdateAsync(stream with { Metadata = stream.Metadata with { Labels = [new("l", "1")] } });

        Assert.Same(updated, await _streams.GetAsync(Namespace, "a"));
    }

    [Fact]
    public async Task Get_ImageTwice_IsOneInstance()
    {
        var images = new EmbeddedImageStreamClient(_store).Images;
        await _store.Images.CreateAsync(new Image { Metadata = new() { Name = Image('a') } });

        Assert.Same(await images.GetAsync(Image('a')), await images.GetAsync(Image('a')));
    }

    [Fact]
    public async Task Watch_InitialEventsOfAVersion_BeginsWithWhatExists()
    {
        var version = await CreateAsync("a");
        await CreateAsync("b");
        var options = new WatchOptions { ResourceVersion = version, SendInitialEvents = true, BookmarkInterval = TimeSpan.FromMinutes(1) };

        var events = await TakeAsync(3, options);

        Assert.Equal(["Added", "Added", "Bookmark"], events.Select(next => next.GetType().Name));
        Assert.True(Assert.IsType<WatchEvent<ImageStream>.Bookmark>(events[2]).EndsInitialEvents);
    }

    [Fact]
    public async Task Watch_InitialEventsOfAVersionToCome_IsATimeout()
    {
        var options = new WatchOptions { ResourceVersion = "1000", SendInitialEvents = true };

        var refused = await Assert.ThrowsAsync<ApiException>(() => TakeAsync(1, options));

        Assert.Equal(ApiFailure.Timeout, refused.Reason);
    }

    [Fact]
    public async Task Watch_NoInitialEvents_BeginsNow()
    {
        await CreateAsync("a");
        var events = _streams.WatchAsync(Namespace, new WatchOptions { SendInitialEvents = false }).GetAsyncEnumerator();
        await using (events)
        {
            var next = events.MoveNextAsync();
            await CreateAsync("b");

            Assert.True(await next);
            Assert.Equal("b", Assert.IsType<WatchEvent<ImageStream>.Added>(events.Current).Object.Name);
        }
    }

    [Fact]
    public async Task Watch_TwoThatAnObjectLeaves_ReportOneInstance()
    {
        await CreateAsync("a");
        var stream = await _streams.GetAsync(Namespace, "a");
        var version = stream.Metadata.ResourceVersion;
        await _streams.UpdateAsync(stream with { Metadata = stream.Metadata with { Labels = [new("l", "1")] } });
        var options = new WatchOptions { ResourceVersion = version, LabelSelector = "!l" };

        var (first, second) = (await TakeAsync(1, options), await TakeAsync(1, options));

        Assert.Same(
            Assert.IsType<WatchEvent<ImageStream>.Deleted>(first[0]).Object, Assert.IsType<WatchEvent<ImageStream>.Deleted>(second[0]).Object);
    }

    [Fact]
    public async Task Watch_Images_ReportsChanges()
    {
        var images = new EmbeddedImageStreamClient(_store).Images;
        var image = await _store.Images.CreateAsync(new Image { Metadata = new() { Name = Image('a') } });
        await foreach (var next in images.WatchAsync(new WatchOptions { FieldSelector = $"metadata.name={image.Name}" }))
        {
            Assert.Equal(("Image", image.Name), (next is WatchEvent<Image>.Added added ? (added.Object.Kind, added.Object.Name) : default));
            break;
        }
    }

    private async Task<string> CreateAsync(string name)
    {
        var stream = AnImageStream(name).Build();
        var created = await _streams.CreateAsync(stream with { Metadata = stream.Metadata with { ResourceVersion = null } });
        return created.Metadata.ResourceVersion!;
    }

    private async Task<IEnumerable<string>> ListAsync(ListOptions options) =>
        (await _streams.ListAsync(Namespace, options)).Items.Select(stream => stream.Name);

    private async Task<List<WatchEvent<ImageStream>>> TakeAsync(int count, WatchOptions options)
    {
        var taken = new List<WatchEvent<ImageStream>>();
        await foreach (var next in _streams.WatchAsync(Namespace, options))
        {
            taken.Add(next);
            if (taken.Count == count)
            {
                break;
            }
        }

        return taken;
    }
}
