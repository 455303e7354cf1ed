using FsCheck.Xunit;
using ImageStreams.Collections;

namespace ImageStreams.Tests.Collections;

public class ValueListTests
{
    [Property(Replay = "2026,301")]
    public void Equals_ListsOfEqualItems_AreEqualWithTheSameHash(int[] items)
    {
        ValueList<int> one = [.. items];
        var other = items.ToValueList();

        Assert.True(one == other && one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(items, one.AsEnumerable());
    }

    [Property(Replay = "2026,303")]
    public void Equals_OneMoreItem_IsFalse(int[] items, int more) => Assert.True(items.ToValueList() != items.ToValueList().Add(more));

    [Property(Replay = "2026,305")]
    public void InsertAndRemoveAt_SamePosition_ReturnTheSameList(int[] items, int item, byte place)
    {
        var list = items.ToValueList();
        var index = place % (list.Count + 1);
        var longer = list.Insert(index, item);

        Assert.Equal((item, list.Count + 1), (longer[index], longer.Count));
        Assert.Equal(list, longer.RemoveAt(index));
    }

    [Fact]
    public void Default_IsEmptyAndEqualToAnEmptyList()
    {
        ValueList<string> none = default;
        ValueList<string> empty = [];

        Assert.True(none.IsEmpty && none.IsNull && empty.IsEmpty && !empty.IsNull);
        Assert.True(none == empty);
        Assert.Equal(none.GetHashCode(), empty.GetHashCode());
        Assert.Empty(none.AsEnumerable());
    }

    [Fact]
    public void SetItem_AnyItem_DoesNotChangeTheOriginalList()
    {
        ValueList<string> list = ["a", "b"];

        Assert.Equal(["a", "c"], list.SetItem(1, "c").AsEnumerable());
        Assert.Equal(["a", "b"], list.AsEnumerable());
    }

    [Fact]
    public void ToValueList_Array_DoesNotSeeLaterChanges()
    {
        var items = new[] { 1, 2 };
        var list = items.ToValueList();
        items[0] = 7;

        Assert.Equal(1, list[0]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void SetItemAndRemoveAt_OutsideTheList_Throw(int index)
    {
        ValueList<int> list = [1, 2];

        Assert.Throws<ArgumentOutOfRangeException>(() => list.SetItem(index, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => list.RemoveAt(index));
        Assert.Throws<ArgumentOutOfRangeException>(() => list.Insert(index == 2 ? 3 : index, 0));
    }

    [Fact]
    public void ToString_SomeItems_ShowsThem() => Assert.Equal("[1, 2]", ValueList.Create([1, 2]).ToString());
}
