using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The objects of a kind at a version, in the order of lists.</summary>
/// <param name="Version">The version.</param>
/// <param name="Items">The objects.</param>
internal sealed record StoredState<T>(long Version, IReadOnlyList<T> Items)
    where T : ApiObject
{
    /// <summary>Brings objects into the order of lists.</summary>
    public static void Sort(List<T> items) => items.Sort(static (left, right) => ObjectKey.ListOrder.Compare(GetKey(left), GetKey(right)));

    /// <summary>Finds the place of the first object after a key.</summary>
    public int FindAfter(ObjectKey key)
    {
        var (low, high) = (0, Items.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (ObjectKey.ListOrder.Compare(GetKey(Items[middle]), key) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static ObjectKey GetKey(T value) => new(value.Namespace, value.Name);
}
