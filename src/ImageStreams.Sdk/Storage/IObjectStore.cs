namespace ImageStreams.Storage;

/// <summary>Keeps the objects of one kind, each under its namespace and name, and tells of every change.</summary>
/// <remarks>
/// <para><b>Versions.</b> Each successful write gives the object a new <c>metadata.resourceVersion</c>: a positive
/// decimal number of at most 63 bits, without leading zeros, greater than that of every write before it, to whichever
/// object of the <see cref="IImageStreamStore"/>. Numbers may be left out, and the empty store has a version, too. Apart
/// from that number the store keeps objects as they are; it neither makes up UIDs nor times, and it does not validate.
/// Every answer carries the version.</para>
/// <para><b>Order.</b> Writes to one store happen one after the other, in the order of their versions. Who has seen the
/// answer to a write, or its event, reads that write or a later one; so does who has read it.</para>
/// <para><b>Safety.</b> All members may be called from many threads at once. Objects are immutable and shared. What
/// an implementation cannot do for reasons of its own (a disk that is full) it throws as its own exception; what the
/// contract names it throws as <see cref="StoreException"/>, when the answer is awaited. A call that is cancelled before
/// it has begun does nothing and ends with an <see cref="OperationCanceledException"/>; one that is cancelled later may
/// still write.</para>
/// </remarks>
/// <typeparam name="T">The kind.</typeparam>
public interface IObjectStore<T>
    where T : ApiObject
{
    /// <summary>The object, or null when there is none.</summary>
    /// <exception cref="ArgumentException">The key has no name.</exception>
    ValueTask<T?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default);

    /// <summary>One page of objects, ordered by namespace and then by name, both by their UTF-8 bytes.</summary>
    /// <remarks>
    /// All pages of one listing show the state at the version of its first page, whatever is written meanwhile. Pages may
    /// have different limits; a page is smaller than its limit only when it is the last one.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    /// <exception cref="StoreException">
    /// <see cref="StoreFailure.Expired"/>: the state that the continue token belongs to is no longer kept.
    /// <see cref="StoreFailure.InvalidContinue"/>: the token was not given by this store for a list of this kind and this
    /// namespace.
    /// </exception>
    ValueTask<StorePage<T>> ListAsync(ListQuery query, CancellationToken cancellationToken = default);

    /// <summary>Adds an object. A version in it is ignored.</summary>
    /// <returns>The object with its version.</returns>
    /// <exception cref="ArgumentException">The object has no name.</exception>
    /// <exception cref="StoreException">
    /// <see cref="StoreFailure.AlreadyExists"/>: there is an object of that namespace and name.
    /// </exception>
    ValueTask<T> CreateAsync(T value, CancellationToken cancellationToken = default);

    /// <summary>Puts an object in the place of the one that has its name and its version.</summary>
    /// <remarks>
    /// An object that is equal to the one in the store is not written: its version stays, nobody is told. So it is with
    /// the API server.
    /// </remarks>
    /// <returns>The object with its version.</returns>
    /// <exception cref="ArgumentException">The object has no name.</exception>
    /// <exception cref="StoreException">
    /// <see cref="StoreFailure.NotFound"/>: there is no such object, whatever the version.
    /// <see cref="StoreFailure.Conflict"/>: the version is not the one in the store, or there is none in the object.
    /// </exception>
    ValueTask<T> UpdateAsync(T value, CancellationToken cancellationToken = default);

    /// <summary>Removes an object.</summary>
    /// <returns>The object as it was, with the version of its removal.</returns>
    /// <exception cref="ArgumentException">The key has no name.</exception>
    /// <exception cref="StoreException">
    /// <see cref="StoreFailure.NotFound"/>: there is no such object, whatever the preconditions.
    /// <see cref="StoreFailure.Conflict"/>: the object is not as the preconditions want it.
    /// </exception>
    ValueTask<T> DeleteAsync(
        ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default);

    /// <summary>Every change after a version, in order and each once, and then those that are still to come.</summary>
    /// <remarks>
    /// <para>Without a version it begins with a <see cref="WatchEvent{T}.Added"/> for each object that is there, in the
    /// order of a list, then goes on from that state. A version that the store has not reached yet is waited for in
    /// silence. The state is that of the first step of the enumeration, not of this call.</para>
    /// <para>The enumeration ends only by an exception: one of those below, or the
    /// <see cref="OperationCanceledException"/> of a cancelled token. Each enumeration is a watch of its own, and is over
    /// when it is disposed of.</para>
    /// <para>With a <see cref="WatchQuery.BookmarkInterval"/> a <see cref="WatchEvent{T}.Bookmark"/> follows the objects
    /// that were there, and comes whenever the watch has been silent for so long.</para>
    /// <para>A watcher costs a store no memory that grows with how far behind it is.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The bookmark interval is zero or negative.</exception>
    /// <exception cref="StoreException">
    /// <see cref="StoreFailure.Expired"/>: the changes after the version are no longer all kept; list and watch anew.
    /// <see cref="StoreFailure.FellBehind"/>: the watcher was too slow, and changes that it has not seen are no longer
    /// kept; list and watch anew. <see cref="StoreFailure.InvalidResourceVersion"/>: the version is none.
    /// </exception>
    IAsyncEnumerable<WatchEvent<T>> WatchAsync(WatchQuery query, CancellationToken cancellationToken = default);
}
