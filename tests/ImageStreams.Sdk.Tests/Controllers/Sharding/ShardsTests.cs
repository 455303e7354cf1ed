using ImageStreams.Controllers;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Controllers;

public class ShardsTests
{
    // These values are on disk and in other versions of the library: they must never change.
    [Theory]
    [InlineData("shop", "ruby", 16, 6)]
    [InlineData("shop", "web", 16, 13)]
    [InlineData("", "ruby", 16, 11)]
    [InlineData("openshift", "nodejs", 7, 5)]
    [InlineData("größe", "straße", 1024, 489)]
    public void GetShard_NeverChanges(string ns, string name, int count, int shard)
    {
        Assert.Equal(shard, Shards.GetShard(ImageStreamName.FromParts(ns, name), count));
        Assert.Equal(shard, Shards.GetShard(new TriggerObject { Kind = "Deployment", Namespace = ns, Name = name }, count));
    }

    [Fact]
    public void GetShard_ManyNames_AreSpreadEvenly()
    {
        var counts = new int[16];
        for (var i = 0; i < 16_000; i++)
        {
            counts[Shards.GetShard(ImageStreamName.FromParts("shop", $"app-{i}"), 16)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 850, 1150));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1025)]
    public void GetShard_CountOutOfRange_Throws(int count) => Assert.Throws<ArgumentOutOfRangeException>(
        () => Shards.GetShard(ImageStreamName.FromParts("shop", "ruby"), count));
}
