using System.Collections.Concurrent;

namespace ImageStreams.Storage;

/// <summary>The objects of the resources that are kept as JSON, by the number of their resource.</summary>
/// <remarks>Also of those that only other processes name: their changes are in the ring with all others.</remarks>
internal sealed class StoredResources(Func<StoredKind, StoredObjects<ClusterObject>> create)
{
    private readonly ConcurrentDictionary<StoredKind, StoredObjects<ClusterObject>> _known = new();

    /// <summary>Returns the objects of a resource; always the same for the same number.</summary>
    public StoredObjects<ClusterObject> Get(StoredKind kind) => _known.GetOrAdd(kind, create);
}
