using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The objects of a kind at a version, in the order of lists.</summary>
/// <param name="Version">The version.</param>
/// <param name="Items">The objects.</param>
internal sealed record StoredState<T>(long Version, IReadOnlyList<T> Items)
    where T : ApiObject
{
    /// <summary>Finds the place of the first object after a key.</summary>
    public int FindAfter(ObjectKey key)
    {
        var (low, high) = (0, Items.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (StoredKeys.Compare(new ObjectKey(Items[middle].Namespace, Items[middle].Name), key) <= 0)
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
}
