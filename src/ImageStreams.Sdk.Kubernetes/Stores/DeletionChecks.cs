using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>Checks what the caller of a deletion expects.</summary>
internal static class DeletionChecks
{
    /// <exception cref="StoreException">The object does not meet the preconditions.</exception>
    public static void Require<T>(string kind, ObjectKey key, T value, DeletePreconditions? preconditions)
        where T : ApiObject
    {
        if (preconditions?.Uid is { } uid && uid != (value.Metadata.Uid ?? ""))
        {
            throw StoreFailures.OtherUid(kind, key, uid, value.Metadata.Uid);
        }

        if (preconditions?.ResourceVersion is { } version && version != value.Metadata.ResourceVersion)
        {
            throw StoreFailures.Conflict(kind, key, version, value.Metadata.ResourceVersion);
        }
    }
}
