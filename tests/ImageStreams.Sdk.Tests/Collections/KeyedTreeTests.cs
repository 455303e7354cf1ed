using FsCheck.Xunit;
using ImageStreams.Collections;

namespace ImageStreams.Tests.Collections;

/// <summary>A long list that is changed behaves as one that is copied.</summary>
public class KeyedTreeTests
{
    private const int Initial = 200;

    [Property(Replay = "2026,317")]
    public void Set_AnyItems_IsAsInACopy(short[] names)
    {
        var (list, copy) = Create(Initial);
        foreach (var name in names)
        {
            var item = Tag(name, -1);
            list = list.Set(item);
            Set(copy, item);
        }

        AssertSame(copy, list);
    }

    [Property(Replay = "2026,319")]
    public void Remove_AnyItems_IsAsInACopy(byte[] names)
    {
        var (list, copy) = Create(Initial);
        foreach (var name in names)
        {
            list = list.Remove(Tag(name, 0).Name);
            copy.RemoveAll(item => item.Name == Tag(name, 0).Name);
        }

        AssertSame(copy, list);
    }

    [Property(Replay = "2026,321")]
    public void SetAndRemove_AnyItems_IsAsInACopy(short[] names)
    {
        var (list, copy) = Create(2 * Initial);
        foreach (var name in names)
        {
            var item = Tag(name / 2, name);
            list = name % 2 == 0 ? list.Set(item) : list.Remove(item.Name);
            Change(copy, item, isSet: name % 2 == 0);
        }

        AssertSame(copy, list);
        AssertSame(copy.OrderBy(item => item.Name, StringComparer.Ordinal).ToList(), list.Sort());
    }

    [Fact]
    public void Remove_AllButOne_IsAListOfOne()
    {
        var (list, _) = Create(5_000);
        for (var i = 1; i < 5_000; i++)
        {
            list = list.Remove(Tag(i, 0).Name);
        }

        Assert.Equal(Tag(0, 0).Name, Assert.Single(list.AsEnumerable()).Name);
        Assert.Empty(list.Remove(Tag(0, 0).Name).AsEnumerable());
    }

    [Property(Replay = "2026,323")]
    public void FindChanges_AnyChanges_AreThese(short[] names)
    {
        var (before, _) = Create(Initial);
        var after = before;
        foreach (var name in names)
        {
            after = name % 2 == 0 ? after.Set(Tag(name, -1)) : after.Remove(Tag(name, 0).Name);
        }

        after = after.Sort();
        var expected = before.Concat(after).Select(item => item.Name).Distinct()
            .Where(name => !ReferenceEquals(before.Find(name), after.Find(name)))
            .Order(StringComparer.Ordinal);
        Assert.Equal(expected, after.FindChanges(before).Select(change => change.Key));
        Assert.Equal(after, before.Apply([.. after.FindChanges(before).Select(change => new KeyedEdit<TagReference>(change.Key, change.New))]));
    }

    [Fact]
    public void Equals_ListsOfDifferentShape_ComparesItems()
    {
        var (list, copy) = Create(Initial);
        var changed = list.Set(Tag(7, -1));

        Assert.NotEqual(list, changed);
        Assert.Equal(list, changed.Set(Tag(7, 7)));
        Assert.Equal(list.GetHashCode(), changed.Set(Tag(7, 7)).GetHashCode());
        Assert.Equal(copy.ToKeyedList(), changed.Set(Tag(7, 7)));
    }

    [Fact]
    public void Index_OutOfRange_Throws()
    {
        var list = Create(Initial).List.Set(Tag(7, -1));

        Assert.Throws<IndexOutOfRangeException>(() => list[-1]);
        Assert.Throws<IndexOutOfRangeException>(() => list[Initial]);
    }

    private static (KeyedList<TagReference> List, List<TagReference> Copy) Create(int count)
    {
        var items = Enumerable.Range(0, count).Select(i => Tag(i, i)).ToList();
        return (items.ToKeyedList(), items);
    }

    private static void Change(List<TagReference> copy, TagReference item, bool isSet)
    {
        if (isSet)
        {
            Set(copy, item);
        }
        else
        {
            copy.RemoveAll(other => other.Name == item.Name);
        }
    }

    private static void Set(List<TagReference> copy, TagReference item)
    {
        var at = copy.FindIndex(other => other.Name == item.Name);
        if (at < 0)
        {
            copy.Add(item);
        }
        else
        {
            copy[at] = item;
        }
    }

    private static void AssertSame(List<TagReference> copy, KeyedList<TagReference> list)
    {
        Assert.Equal(copy, list.AsEnumerable());
        Assert.Equal(copy, list.AsSpan().ToArray());
        Assert.Equal(copy.Count, list.Count);
        Assert.Equal(copy.ToKeyedList(), list);
        for (var i = 0; i < copy.Count; i++)
        {
            Assert.Same(copy[i], list[i]);
            Assert.Equal(i, list.IndexOf(copy[i].Name));
            Assert.Same(copy[i], list.Find(copy[i].Name));
        }

        Assert.Null(list.Find("absent"));
    }

    private static TagReference Tag(int name, long generation) => new() { Name = $"t{name:D6}", Generation = generation };
}
