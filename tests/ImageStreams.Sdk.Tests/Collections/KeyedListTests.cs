using FsCheck.Xunit;
using ImageStreams.Collections;

namespace ImageStreams.Tests.Collections;

public class KeyedListTests
{
    [Property(Replay = "2026,311")]
    public void Find_AnyItems_IsTheFirstWithTheName(byte[] names)
    {
        var list = names.Select((name, i) => Tag($"t{name % 20}", i)).ToKeyedList();

        foreach (var item in list)
        {
            Assert.Same(list.First(other => other.Name == item.Name), list.Find(item.Name));
        }

        Assert.Null(list.Find("absent"));
        Assert.Equal(-1, list.IndexOf("T0"));
    }

    [Property(Replay = "2026,313")]
    public void Set_AnyItem_ReplacesTheFirstWithItsNameOrIsAdded(byte[] names, byte name)
    {
        var list = names.Select((n, i) => Tag($"t{n % 20}", i)).ToKeyedList();
        var item = Tag($"t{name % 20}", -1);
        var set = list.Set(item);

        Assert.Same(item, set.Find(item.Name));
        Assert.Equal(list.Contains(item.Name) ? list.Count : list.Count + 1, set.Count);
        Assert.Equal(list.IndexOf(item.Name) is >= 0 and var at ? at : list.Count, set.IndexOf(item.Name));
    }

    [Property(Replay = "2026,315")]
    public void Remove_AnyName_RemovesAllItemsWithIt(byte[] names, byte name)
    {
        var list = names.Select((n, i) => Tag($"t{n % 20}", i)).ToKeyedList();
        var removed = list.Remove($"t{name % 20}");

        Assert.Equal(list.Where(item => item.Name != $"t{name % 20}"), removed.AsEnumerable());
    }

    [Fact]
    public void Default_IsEmptyAndEqualToAnEmptyList()
    {
        KeyedList<TagReference> none = default;
        KeyedList<TagReference> empty = [];

        Assert.True(none.IsNull && !empty.IsNull && none == empty);
        Assert.Equal(none.GetHashCode(), empty.GetHashCode());
        Assert.False(none.TryGet("a", out _));
        Assert.Single(none.Set(Tag("a", 1)).AsEnumerable());
    }

    [Fact]
    public void Equals_SameItemsInAnotherOrder_IsFalse()
    {
        KeyedList<TagReference> one = [Tag("a", 1), Tag("b", 2)];

        Assert.True(one == [Tag("a", 1), Tag("b", 2)]);
        Assert.True(one != [Tag("b", 2), Tag("a", 1)]);
    }

    [Fact]
    public void Find_EachOfAHundredThousand_TakesNoLinearSearch()
    {
        var list = Enumerable.Range(0, 100_000).Select(i => Tag($"t{i}", i)).ToKeyedList();

        Assert.All(list.AsEnumerable(), item => Assert.Same(item, list.Find(item.Name)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void Find_Null_ThrowsForAnyLength(int count)
    {
        var list = Enumerable.Range(0, count).Select(i => Tag($"t{i}", i)).ToKeyedList();

        Assert.Throws<ArgumentNullException>("key", () => list.Find(null!));
    }

    private static TagReference Tag(string name, long generation) => new() { Name = name, Generation = generation };
}
