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
}
