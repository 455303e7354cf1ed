using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Storage;
using ImageStreams.Tests.Builders;

namespace ImageStreams.Tests.Clients;

/// <summary>Processes that push, delete and prune at the same time, in the order of a seed.</summary>
internal sealed class PruningRound(int seed)
{
    private readonly InMemoryImageStreamStore _store = new();
    private readonly Interleaving _turns = new(seed);
    private readonly Random _random = new(seed);

    public async Task RunAsync()
    {
        await AddAsync('1');
        await AddAsync('2');
        await PushAsync(_store, "a", StreamBuilder.Image('1'));
        var stream = $"{"ab"[_random.Next(2)]}";
        await _turns.RunAsync(
            () => PushAsync(AnotherProcess(), stream, StreamBuilder.Image('2')),
            () => PushAsync(AnotherProcess(), "c", StreamBuilder.Image('3')),
            () => PruneAsync(AnotherProcess()),
            () => PruneAsync(AnotherProcess()));
    }

    /// <summary>Asserts that every image that a stream names is stored, and that no mark is left after another run.</summary>
    public async Task AssertNothingLostAsync()
    {
        await PruneAsync(new SteppedStore(_store));
        var named = (await _store.Streams.ListAsync(ListQuery.All)).Items
            .SelectMany(stream => stream.Status.Tags).SelectMany(tag => tag.Items).Select(item => item.Image);
        var stored = (await _store.Images.ListAsync(ListQuery.All)).Items;
        Assert.Equal(named.Distinct().Order(StringComparer.Ordinal), stored.Select(image => image.Name));
        Assert.DoesNotContain(stored.AsEnumerable(), RemovalMark.IsOn);
    }

    /// <summary>Pushes an image to the tag <c>latest</c> of a stream, which is created if there is none.</summary>
    public static async Task PushAsync(IImageStreamStore store, string stream, string image)
    {
        var client = new EmbeddedImageStreamClient(store);
        if (await store.Streams.FindAsync(new ObjectKey(StreamBuilder.Namespace, stream)).ConfigureAwait(false) is null)
        {
            await client.Streams.CreateAsync(EmbeddedEngine.AStream(stream)).ConfigureAwait(false);
        }

        await client.Mappings.CreateAsync(new ImageStreamMapping
        {
            Metadata = new ObjectMeta { Name = stream, Namespace = StreamBuilder.Namespace },
            Tag = "latest",
            Image = new Image { Metadata = new ObjectMeta { Name = image } },
        }).ConfigureAwait(false);
    }

    private static Task<ValueList<string>> PruneAsync(SteppedStore store) =>
        new EmbeddedImageStreamClient(store).PruneImagesAsync(TimeSpan.Zero);

    private SteppedStore AnotherProcess() => new(_store) { Step = _ => _turns.StepAsync() };

    private async Task AddAsync(char digit) =>
        await _store.Images.CreateAsync(new Image { Metadata = new ObjectMeta { Name = StreamBuilder.Image(digit) } });
}
