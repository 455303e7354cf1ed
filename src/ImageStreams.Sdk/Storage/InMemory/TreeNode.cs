using ImageStreams.Internal;

namespace ImageStreams.Storage;

/// <summary>One object in an <see cref="ObjectTree{T}"/>, and the objects before and after it.</summary>
internal sealed class TreeNode<T>(ObjectKey key, T value, TreeNode<T>? left, TreeNode<T>? right)
    where T : class
{
    public ObjectKey Key { get; } = key;

    public T Value { get; } = value;

    public TreeNode<T>? Left { get; } = left;

    public TreeNode<T>? Right { get; } = right;

    /// <summary>The number of objects in this node and below.</summary>
    public int Count { get; } = GetCount(left) + GetCount(right) + 1;

    public static int GetCount(TreeNode<T>? node) => node?.Count ?? 0;

    /// <summary>Compares a key with this node's; negative when it comes before.</summary>
    public int CompareTo(ObjectKey key)
    {
        var byNamespace = Utf8Order.Compare(key.Namespace, Key.Namespace);
        return byNamespace != 0 ? byNamespace : Utf8Order.Compare(key.Name, Key.Name);
    }

    /// <summary>Returns the same object between others.</summary>
    public TreeNode<T> Between(TreeNode<T>? before, TreeNode<T>? after) => new(Key, Value, before, after);
}
