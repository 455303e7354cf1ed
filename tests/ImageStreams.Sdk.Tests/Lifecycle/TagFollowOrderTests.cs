using ImageStreams.Lifecycle;

namespace ImageStreams.Tests.Lifecycle;

/// <summary>Tags are numbers; each follows the one at its place, or none (-1).</summary>
public class TagFollowOrderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("-1", "0")]
    [InlineData("-1 -1 -1", "0 1 2")]
    [InlineData("1 2 -1", "2 1 0")]
    [InlineData("-1 0 1", "0 1 2")]
    [InlineData("2 2 -1", "2 0 1")]
    [InlineData("3 -1 0 1", "1 3 0 2")]
    public void Create_NoCycle_FollowersComeAfterTheTagThatTheyFollow(string followed, string order)
    {
        var created = TagFollowOrder.Create(Read(followed), _ => true);

        Assert.Equal(order, string.Join(' ', created.Tags.ToArray()));
        Assert.Empty(created.Cycles);
    }

    /// <summary>The follower of the head comes first, and the head last; a cycle is reported from its first tag.</summary>
    [Theory]
    [InlineData("0", "", "0", "0")]
    [InlineData("1 0", "0", "1 0", "0 1")]
    [InlineData("1 0", "1", "0 1", "0 1")]
    [InlineData("1 0", "", "1 0", "0 1")]
    [InlineData("1 2 0", "1 2", "0 2 1", "0 1 2")]
    [InlineData("1 2 0", "2", "1 0 2", "0 1 2")]
    [InlineData("1 2 1", "", "2 1 0", "1 2")]
    [InlineData("1 2 1", "2", "1 2 0", "1 2")]
    [InlineData("2 1 0", "", "2 0 1", "0 2;1")]
    [InlineData("1 0 1 2", "", "1 0 2 3", "0 1")]
    public void Create_Cycle_HeadIsTheFirstTagThatCanLead(string followed, string leaders, string order, string cycles)
    {
        var canLead = Read(leaders);
        var created = TagFollowOrder.Create(Read(followed), tag => canLead.Contains(tag));

        Assert.Equal(order, string.Join(' ', created.Tags.ToArray()));
        Assert.Equal(cycles, string.Join(';', created.Cycles.Select(cycle => string.Join(' ', cycle))));
    }

    private static int[] Read(string numbers) =>
        [.. numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
}
