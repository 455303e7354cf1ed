using ImageStreams.Serialization;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>Turns the events of a cluster into those of a store.</summary>
internal static class MirrorChanges
{
    /// <summary>Applies an event to the objects that are known; null for a bookmark.</summary>
    public static WatchEvent<T>? Apply<T>(Dictionary<ObjectKey, T> current, IStoredForm<T> form, WatchEvent<T> change)
        where T : ApiObject, IWireObject<T>
    {
        switch (change)
        {
            case WatchEvent<T>.Added added:
                return Write(current, form.Decode(added.Object), change.ResourceVersion);
            case WatchEvent<T>.Modified modified:
                return Write(current, form.Decode(modified.Object), change.ResourceVersion);
            case WatchEvent<T>.Deleted deleted:
                return Delete(current, form.Decode(deleted.Object), change.ResourceVersion);
            default:
                return null;
        }
    }

    private static WatchEvent<T> Write<T>(Dictionary<ObjectKey, T> current, T value, string version)
        where T : ApiObject
    {
        var key = ObjectKey.FromObject(value);
        var previous = current.GetValueOrDefault(key);
        current[key] = value;
        return previous is null
            ? new WatchEvent<T>.Added { ResourceVersion = version, Object = value }
            : new WatchEvent<T>.Modified { ResourceVersion = version, Object = value, Previous = previous };
    }

    private static WatchEvent<T>.Deleted Delete<T>(Dictionary<ObjectKey, T> current, T value, string version)
        where T : ApiObject
    {
        current.Remove(ObjectKey.FromObject(value), out var last);
        last ??= value;
        var gone = last with { Metadata = last.Metadata with { ResourceVersion = version } };
        return new WatchEvent<T>.Deleted { ResourceVersion = version, Object = gone };
    }
}
