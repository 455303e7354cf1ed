using System.Diagnostics;
using ImageStreams.References;
using ImageStreams.Storage;

namespace ImageStreams.Tests.PostgreSql.Replicas;

/// <summary>A tag whose image in the registry moves again and again, each time after the last image was imported and built.</summary>
internal sealed class MovingTag(ReplicaFleet fleet, string name)
{
    private readonly List<Digest> _pushed = [];

    /// <summary>The longest time from a push to the request for the build.</summary>
    public TimeSpan Longest { get; private set; }

    public int Moves => _pushed.Count;

    /// <summary>Moves the tag until the end.</summary>
    public async Task RunAsync(Func<bool> goesOn)
    {
        while (goesOn())
        {
            var began = Stopwatch.GetTimestamp();
            var image = fleet.Push(name, _pushed.Count);
            _pushed.Add(image);
            await Eventually.TrueAsync(async () => await CountBuildsAsync(image) > 0, fleet.TimeLimit);
            var time = Stopwatch.GetElapsedTime(began);
            Longest = time > Longest ? time : Longest;
            fleet.CountMove();
        }
    }

    /// <summary>Asserts that each image was recorded once and in order, and that one build was requested for each.</summary>
    public async Task AssertCompleteAsync()
    {
        var stream = await fleet.Store.Streams.FindAsync(new ObjectKey(ReplicaFleet.Namespace, name));
        var history = stream!.Status.Tags.Find(ReplicaFleet.Tag)!.Items.Select(item => item.Image).Reverse();
        Assert.Equal(_pushed.Select(image => image.ToString()), history);
        foreach (var image in _pushed)
        {
            Assert.Equal((name, 1L), (name, await CountBuildsAsync(image)));
        }
    }

    private async Task<long> CountBuildsAsync(Digest image) =>
        (long)(await fleet.QueryAsync($"SELECT count(*) FROM builds WHERE name = '{name}' AND image LIKE '%{image}'"))!;
}
