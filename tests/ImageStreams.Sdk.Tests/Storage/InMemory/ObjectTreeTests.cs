using ImageStreams.Internal;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Storage;

/// <summary>The tree, compared with a sorted list that is searched linearly.</summary>
public sealed class ObjectTreeTests
{
    private static readonly IComparer<ObjectKey> Order = Comparer<ObjectKey>.Create((left, right) =>
        Utf8Order.Compare(left.Namespace, right.Namespace) is var byNamespace and not 0
            ? byNamespace
            : Utf8Order.Compare(left.Name, right.Name));

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 12)]
    [InlineData(3, 40)]
    public void Change_AnySequence_AgreesWithASortedList(int seed, int names)
    {
        var random = new Random(seed);
        var expected = new SortedDictionary<ObjectKey, string>(Order);
        var tree = default(ObjectTree<string>);
        for (var i = 0; i < 2_000; i++)
        {
            var key = new ObjectKey($"ns-{random.Next(5)}", $"name-{random.Next(names)}");
            tree = random.Next(2) == 0 ? Set(expected, tree, key, $"{i}") : Remove(expected, tree, key);
            AssertAgrees(expected, tree, key);
        }
    }

    [Fact]
    public void Slice_AnyPartOfIt_IsThatPartOfTheWhole()
    {
        var tree = Ascending(100);
        var whole = tree.Slice(0, 100);

        for (var start = 0; start <= 100; start++)
        {
            Assert.Equal(whole[start..], tree.Slice(start, 100 - start));
        }
    }

    // In these orders, a tree that does not balance itself becomes a list.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Find_NamesInOrder_ComparesFewOfThem(bool isDescending)
    {
        var keys = Enumerable.Range(0, 100_000).Select(i => new ObjectKey("ns", $"{i:D6}"));
        var tree = default(ObjectTree<string>);
        foreach (var key in isDescending ? keys.Reverse() : keys)
        {
            tree = tree.Set(key, key.Name);
        }

        Assert.InRange(Height(tree.Root), 17, 2 * 17);
    }

    [Fact]
    public void Remove_HalfOfIt_StaysBalanced()
    {
        var tree = Ascending(10_000);
        for (var i = 0; i < 9_900; i++)
        {
            tree = tree.Remove(new ObjectKey("ns", $"{i:D6}"));
        }

        Assert.InRange(Height(tree.Root), 7, 2 * 7);
    }

    private static int Height(TreeNode<string>? node) =>
        node is null ? 0 : 1 + Math.Max(Height(node.Left), Height(node.Right));

    private static ObjectTree<string> Ascending(int count)
    {
        var tree = default(ObjectTree<string>);
        for (var i = 0; i < count; i++)
        {
            tree = tree.Set(new ObjectKey("ns", $"{i:D6}"), $"{i}");
        }

        return tree;
    }

    private static ObjectTree<string> Set(
        SortedDictionary<ObjectKey, string> expected, ObjectTree<string> tree, ObjectKey key, string value)
    {
        expected[key] = value;
        return tree.Set(key, value);
    }

    private static ObjectTree<string> Remove(SortedDictionary<ObjectKey, string> expected, ObjectTree<string> tree, ObjectKey key)
    {
        expected.Remove(key);
        return tree.Remove(key);
    }

    private static void AssertAgrees(SortedDictionary<ObjectKey, string> expected, ObjectTree<string> tree, ObjectKey key)
    {
        var (start, count) = tree.Range(key.Namespace);
        Assert.Equal(expected.GetValueOrDefault(key), tree.Find(key));
        Assert.Equal(expected.Values, tree.Slice(0, tree.Count));
        Assert.Equal(expected.Where(e => e.Key.Namespace == key.Namespace).Select(e => e.Value), tree.Slice(start, count));
    }
}
