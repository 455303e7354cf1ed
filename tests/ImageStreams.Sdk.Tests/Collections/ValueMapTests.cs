using System.Text;
using FsCheck.Xunit;
using ImageStreams.Collections;

namespace ImageStreams.Tests.Collections;

public class ValueMapTests
{
    [Property(Replay = "2026,321")]
    public void Create_EntriesInAnyOrder_AreSortedAndTheLastOfAKeyWins(byte[] keys)
    {
        var entries = keys.Select((key, i) => KeyValuePair.Create($"k{key % 10}", i)).ToArray();
        var expected = entries.GroupBy(e => e.Key).ToDictionary(group => group.Key, group => group.Last().Value);
        var map = entries.ToValueMap();

        Assert.Equal(expected.OrderBy(e => e.Key, StringComparer.Ordinal), map.AsEnumerable());
        Assert.All(expected, entry => Assert.Equal(entry.Value, map[entry.Key]));
    }

    [Property(Replay = "2026,323")]
    public void SetAndRemove_AnyKey_ActLikeADictionary(byte[] keys, byte key)
    {
        var map = keys.Select((k, i) => KeyValuePair.Create($"k{k % 10}", i)).ToValueMap();
        var name = $"k{key % 10}";
        var set = map.Set(name, -1);

        Assert.Equal(-1, set[name]);
        Assert.Equal(map.Count + (map.ContainsKey(name) ? 0 : 1), set.Count);
        Assert.False(set.Remove(name).ContainsKey(name));
        Assert.Equal(map.Remove(name), set.Remove(name));
    }

    [Fact]
    public void Keys_AboveTheSurrogates_AreInTheOrderOfTheirUtf8Bytes()
    {
        string[] keys = ["\uFFFD", "😀", "\uE000", "z", "é", "\u2028", "", "zz"];
        var map = keys.Select(key => KeyValuePair.Create(key, key)).ToValueMap();

        Assert.Equal(keys.OrderBy(key => Convert.ToHexString(Encoding.UTF8.GetBytes(key)), StringComparer.Ordinal), map.Keys);
        Assert.All(keys, key => Assert.Equal(key, map[key]));
    }

    [Fact]
    public void Equals_SameEntriesInAnotherOrder_IsTrueWithTheSameHash()
    {
        ValueMap<int> one = [KeyValuePair.Create("a", 1), KeyValuePair.Create("b", 2)];
        ValueMap<int> other = [KeyValuePair.Create("b", 2), KeyValuePair.Create("a", 1)];

        Assert.True(one == other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.True(one != other.Set("a", 3));
        Assert.True(one != other.Remove("a"));
    }

    [Fact]
    public void Default_IsEmptyAndEqualToAnEmptyMap()
    {
        ValueMap<int> none = default;
        ValueMap<int> empty = [];

        Assert.True(none.IsNull && !empty.IsNull && none == empty);
        Assert.Equal(none.GetHashCode(), empty.GetHashCode());
        Assert.Equal(1, none.Set("a", 1)["a"]);
    }

    [Fact]
    public void Indexer_AbsentKey_NamesIt()
    {
        var e = Assert.Throws<KeyNotFoundException>(() => ValueMap.Create<int>([])["a"]);

        Assert.Equal("The map has no key 'a'.", e.Message);
    }

    [Fact]
    public void ContainsKey_Null_Throws()
    {
        Assert.Throws<ArgumentNullException>("key", () => ValueMap.Create<int>([]).ContainsKey(null!));
        Assert.Throws<ArgumentNullException>("key", () => ValueMap.Create<int>([KeyValuePair.Create("a", 1)]).Set(null!, 2));
    }
}
