namespace ImageStreams.Storage;

/// <summary>The reasons of a <see cref="StoreException"/>.</summary>
public enum StoreFailure
{
    /// <summary>There is no such object.</summary>
    NotFound,

    /// <summary>An object of that namespace and name exists already.</summary>
    AlreadyExists,

    /// <summary>The object has another version or another UID than the caller expects.</summary>
    Conflict,

    /// <summary>The requested state or changes are no longer kept.</summary>
    Expired,

    /// <summary>A watcher was too slow: changes that it has not seen are no longer kept.</summary>
    FellBehind,

    /// <summary>A continue token was not issued by this store for this list.</summary>
    InvalidContinue,

    /// <summary>A resource version to watch from is not a positive decimal number.</summary>
    InvalidResourceVersion,

    /// <summary>The store cannot be reached now, or is locked by another process; the operation may succeed later.</summary>
    Unavailable,

    /// <summary>The store is read-only: its file, its file system or its server does not accept writes.</summary>
    ReadOnly,

    /// <summary>There is no space left for a write.</summary>
    OutOfSpace,

    /// <summary>The store was written by a later version of the library.</summary>
    NewerSchema,

    /// <summary>The store's data is damaged, or is not that of an image stream store.</summary>
    Damaged,
}
