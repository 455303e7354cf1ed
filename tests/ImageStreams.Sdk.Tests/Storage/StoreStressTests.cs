using System.Globalization;
using ImageStreams.Storage;
using Xunit.Abstractions;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Storage;

/// <summary>32 writers and 32 watchers at once: nothing is lost, nothing comes twice, and all agree on the order.</summary>
/// <remarks>
/// Plays a fixed number of rounds; with <c>IMAGESTREAMS_STRESS_SECONDS=60</c> in the environment, rounds for so long.
/// </remarks>
public sealed class StoreStressTests(ITestOutputHelper output)
{
    private const int Rounds = 2;

    [Fact]
    public async Task Watch_32WatchersBeside32Writers_AllSeeTheSameLog()
    {
        var store = new InMemoryImageStreamStore(new InMemoryStoreOptions { WatchHistory = 2 * StressRound.MostWrites });
        var end = TimeProvider.System.GetTimestamp() + (Seconds() * TimeProvider.System.TimestampFrequency);
        var (rounds, writes) = (0, 0L);
        while (rounds < Rounds || TimeProvider.System.GetTimestamp() < end)
        {
            var seed = ++rounds;
            var streams = new StressRound<ImageStream>(store.Streams, (name, note) => Stream($"ns-{name[^1]}", name, note), seed);
            var images = new StressRound<Image>(store.Images, StoreObjects.Image, -seed);
            await Task.WhenAll(streams.RunAsync(), images.RunAsync());
            writes += streams.Writes + images.Writes;
        }

        output.WriteLine($"{rounds} rounds, {writes} changes, each reported to 16 watchers");
    }

    private static long Seconds() =>
        long.TryParse(Environment.GetEnvironmentVariable("IMAGESTREAMS_STRESS_SECONDS"), CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : 0;
}
