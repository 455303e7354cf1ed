namespace ImageStreams.Storage;

/// <summary>Why a store did not do what it was asked for.</summary>
public enum StoreFailure
{
    /// <summary>There is no such object.</summary>
    NotFound,

    /// <summary>There is such an object already.</summary>
    AlreadyExists,

    /// <summary>The object is another one, or of another version, than the caller believes.</summary>
    Conflict,

    /// <summary>The state or the changes asked for are no longer kept.</summary>
    Expired,

    /// <summary>A watcher was too slow, and what it has not seen is no longer kept.</summary>
    FellBehind,

    /// <summary>A continue token was not given by this store for this list.</summary>
    InvalidContinue,

    /// <summary>A resource version to watch from is not a positive decimal number.</summary>
    InvalidResourceVersion,
}
