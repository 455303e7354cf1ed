namespace ImageStreams.Storage;

/// <summary>Computes the change that a write makes to the current object, or throws the exception that rejects it.</summary>
internal static class ObjectChanges
{
    /// <exception cref="StoreException"><see cref="StoreFailure.AlreadyExists"/>.</exception>
    public static WatchEvent<T>.Added Create<T>(T? current, T value, string version)
        where T : ApiObject
    {
        if (current is not null)
        {
            throw StoreErrors.AlreadyExists<T>(ObjectKey.FromObject(value));
        }

        return new WatchEvent<T>.Added { Object = WithVersion(value, version), ResourceVersion = version };
    }

    /// <returns>Null when nothing changes.</returns>
    /// <exception cref="StoreException"><see cref="StoreFailure.NotFound"/> or <see cref="StoreFailure.Conflict"/>.</exception>
    public static WatchEvent<T>.Modified? Update<T>(T? current, T value, string version)
        where T : ApiObject
    {
        if (current is null)
        {
            throw StoreErrors.NotFound<T>(ObjectKey.FromObject(value));
        }

        RequireVersion(ObjectKey.FromObject(value), current, value.Metadata.ResourceVersion);
        return current.Equals(value)
            ? null
            : new WatchEvent<T>.Modified { Object = WithVersion(value, version), Previous = current, ResourceVersion = version };
    }

    /// <exception cref="StoreException"><see cref="StoreFailure.NotFound"/> or <see cref="StoreFailure.Conflict"/>.</exception>
    public static WatchEvent<T>.Deleted Delete<T>(ObjectKey key, T? current, DeletePreconditions? preconditions, string version)
        where T : ApiObject
    {
        if (current is null)
        {
            throw StoreErrors.NotFound<T>(key);
        }

        Require(key, current, preconditions);
        return new WatchEvent<T>.Deleted { Object = WithVersion(current, version), ResourceVersion = version };
    }

    /// <summary>Returns the object of a change.</summary>
    public static T Subject<T>(WatchEvent<T> change)
        where T : ApiObject => change switch
        {
            WatchEvent<T>.Added added => added.Object,
            WatchEvent<T>.Modified modified => modified.Object,
            WatchEvent<T>.Deleted deleted => deleted.Object,
            _ => throw new ArgumentException("A bookmark is about no object.", nameof(change)),
        };

    private static void Require<T>(ObjectKey key, T current, DeletePreconditions? preconditions)
        where T : ApiObject
    {
        if (preconditions?.Uid is { } uid && uid != current.Metadata.Uid)
        {
            throw StoreErrors.UidMismatch<T>(key, uid, current.Metadata.Uid);
        }

        if (preconditions?.ResourceVersion is { } version)
        {
            RequireVersion(key, current, version);
        }
    }

    private static void RequireVersion<T>(ObjectKey key, T current, string? wanted)
        where T : ApiObject
    {
        if (string.IsNullOrEmpty(wanted))
        {
            throw StoreErrors.MissingVersion<T>(key);
        }

        if (wanted != current.Metadata.ResourceVersion)
        {
            throw StoreErrors.VersionMismatch<T>(key, wanted, current.Metadata.ResourceVersion);
        }
    }

    private static T WithVersion<T>(T value, string version)
        where T : ApiObject =>
        value with { Metadata = value.Metadata with { ResourceVersion = version } };
}
