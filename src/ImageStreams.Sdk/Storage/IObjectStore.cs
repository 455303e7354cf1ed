namespace ImageStreams.Storage;

/// <summary>A store of the objects of one kind, by namespace and name, with watches.</summary>
/// <remarks>
/// <para><b>Versions.</b> Each successful write gives the object a new <c>metadata.resourceVersion</c>: a positive
/// decimal number of at most 63 bits, without leading zeros, greater than that of every earlier write to any
/// object of the <see cref="IImageStreamStore"/>. Numbers may be skipped, and the empty store has a version, too. Apart
/// from that number, the store does not change objects: it creates neither UIDs nor times, and it does not validate. A
/// store that keeps JSON returns what the JSON says, in which an empty text may be none. Every object that it returns has
/// the version.</para>
/// <para><b>Order.</b> Writes to one store happen one after the other, in the order of their versions. A caller that has seen
/// the result of a write, or its event, or has read it, reads that write or a later one from then on.</para>
/// <para><b>Safety.</b> All members are thread-safe. Objects are immutable and shared.</para>
/// <para><b>Errors.</b> Failures that the contract names are thrown as <see cref="StoreException"/> when the result is
/// awaited; an implementation throws its own exceptions for others, such as a full disk. A call that is canceled before
/// it has begun does nothing and ends with an <see cref="OperationCanceledException"/>; one that is canceled later may
/// still write.</para>
/// </remarks>
/// <typeparam name="T">The kind.</typeparam>
public interface IObjectStore<T>
    where T : ApiObject
{
    /// <summary>Finds an object; null when there is none.</summary>
    /// <exception cref="ArgumentException">The key has no name.</exception>
    ValueTask<T?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default);

    /// <summary>Lists one page of objects, ordered by the UTF-8 bytes of their namespace and then of their name.</summary>
    /// <remarks>
    /// All pages of one list show the state at the version of its first page, regardless of later writes. Pages may
    /// have different limits; a page is smaller than its limit only when it is the last one.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    /// <exception cref="StoreException">
    /// <see cref="StoreFailure.Expired"/>: the state that the continue token or the version belongs to is no longer kept; for a
    /// token, <see cref="StoreException.Continue"/> goes on with the latest state.
    /// <see cref="StoreFailure.InvalidContinue"/>: the token was not issued by this store for a list of this kind and
    /// this namespace. <see cref="StoreFailure.InvalidResourceVersion"/>: the version is not valid, or not reached yet.
    /// </exception>
    ValueTask<StorePage<T>> ListAsync(ListQuery query, CancellationToken cancellationToken = default);

    /// <summary>Adds an object. A version in it is ignored.</summary>
    /// <returns>The object with its version.</returns>
    /// <exception cref="ArgumentException">The object has no name.</exception>
    /// <exception cref="StoreException">
    /// <see cref="StoreFailure.AlreadyExists"/>: there is an object of that namespace and name.
    /// </exception>
    ValueTask<T> CreateAsync(T value, CancellationToken cancellationToken = default);

    /// <summary>Replaces the object that has the same name and the same version.</summary>
    /// <remarks>
    /// An object that is equal to the one in the store is not written: it keeps its version, and no watcher is
    /// notified, as with the API server.
    /// </remarks>
    /// <returns>The object with its version.</returns>
    /// <exception cref="ArgumentException">The object has no name.</exception>
    /// <exception cref="StoreException">
    /// <see cref="StoreFailure.NotFound"/>: there is no such object, regardless of the version.
    /// <see cref="StoreFailure.Conflict"/>: the version is not the one in the store, or there is none in the object.
    /// </exception>
    ValueTask<T> UpdateAsync(T value, CancellationToken cancellationToken = default);

    /// <summary>Removes an object.</summary>
    /// <returns>The object as it was, with the version of its removal.</returns>
    /// <exception cref="ArgumentException">The key has no name.</exception>
    /// <exception cref="StoreException">
    /// <see cref="StoreFailure.NotFound"/>: there is no such object, regardless of the preconditions.
    /// <see cref="StoreFailure.Conflict"/>: the object does not meet the preconditions.
    /// </exception>
    ValueTask<T> DeleteAsync(
        ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default);

    /// <summary>Reports every change after a version, exactly once and in order, and then each new change.</summary>
    /// <remarks>
    /// <para>Without a version it begins with a <see cref="WatchEvent{T}.Added"/> for each object that exists, in the
    /// order of a list, and continues from that state. A watch of a version that the store has not reached yet waits
    /// without reporting. The state is that of the first step of the enumeration, not of this call.</para>
    /// <para>The enumeration ends only by an exception: one of those below, or the
    /// <see cref="OperationCanceledException"/> of a canceled token. Each enumeration is a separate watch, and ends
    /// when it is disposed of.</para>
    /// <para>With a <see cref="WatchQuery.BookmarkInterval"/>, a <see cref="WatchEvent{T}.Bookmark"/> that
    /// <see cref="WatchEvent{T}.Bookmark.EndsInitialEvents"/> follows the objects that exist, and one is reported whenever there was no other event for that time.</para>
    /// <para>A slow watcher does not use more memory.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The bookmark interval is zero or negative.</exception>
    /// <exception cref="StoreException">
    /// <see cref="StoreFailure.Expired"/>: the changes after the version are no longer all kept; list and watch again.
    /// <see cref="StoreFailure.FellBehind"/>: the watcher was too slow, and changes that it has not seen are no longer
    /// kept; list and watch again. <see cref="StoreFailure.InvalidResourceVersion"/>: the version is not valid.
    /// </exception>
    IAsyncEnumerable<WatchEvent<T>> WatchAsync(WatchQuery query, CancellationToken cancellationToken = default);
}
