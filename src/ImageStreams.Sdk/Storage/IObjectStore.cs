namespace ImageStreams.Storage;

/// <summary>Keeps the objects of one kind, each under its namespace and name, and tells of every change.</summary>
/// <remarks>
/// <para><b>Versions.</b> Each successful write gives the object a new <c>metadata.resourceVersion</c>: a positive
/// decimal number without leading zeros, greater than that of every write before it, to whichever object of the
/// <see cref="IImageStreamStore"/>. Apart from that number the store keeps objects as they are; it neither makes up
/// UIDs nor times, and it does not validate. Every answer carries the version.</para>
/// <para><b>Order.</b> Writes to one store happen one after the other, in the order of their versions. Who has seen the
/// answer to a write, or its event, reads that write or a later one.</para>
/// <para><b>Safety.</b> All members may be called from many threads at once. Objects are immutable and shared. What
/// an implementation cannot do for reasons of its own (a disk that is full) it throws as its own exception; what the
/// contract names it throws as <see cref="StoreException"/>.</para>
/// </remarks>
/// <typeparam name="T">The kind.</typeparam>
public interface IObjectStore<T>
    where T : ApiObject
{
    /// <summary>The object, or null when there is none.</summary>
    ValueTask<T?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default);

    /// <summary>One page of objects, ordered by namespace and name in byte order.</summary>
    /// <remarks>
    /// All pages of one listing show the state at the version of its first page.
    /// </remarks>
    /// <exception cref="StoreException">
    /// <see cref="StoreFailure.Expired"/>: the state that a continue token belongs to is gone.
    /// <see cref="StoreFailure.InvalidContinue"/>: the token is not one of this store.
    /// </exception>
    ValueTask<StorePage<T>> ListAsync(ListQuery query, CancellationToken cancellationToken = default);

    /// <summary>Adds an object. A version in it is ignored.</summary>
    /// <returns>The object with its version.</returns>
    /// <exception cref="StoreException"><see cref="StoreFailure.AlreadyExists"/>.</exception>
    ValueTask<T> CreateAsync(T value, CancellationToken cancellationToken = default);

    /// <summary>Puts an object in the place of the one that has its name and its version.</summary>
    /// <remarks>An object that is equal to the one in the store is not written: its version stays, nobody is told.</remarks>
    /// <returns>The object with its version.</returns>
    /// <exception cref="StoreException">
    /// <see cref="StoreFailure.NotFound"/>; <see cref="StoreFailure.Conflict"/> when the version is not the one in the
    /// store, or missing.
    /// </exception>
    ValueTask<T> UpdateAsync(T value, CancellationToken cancellationToken = default);

    /// <summary>Removes an object.</summary>
    /// <returns>The object as it was, with the version of its removal.</returns>
    /// <exception cref="StoreException">
    /// <see cref="StoreFailure.NotFound"/>; <see cref="StoreFailure.Conflict"/> when the object is not as the
    /// preconditions want it.
    /// </exception>
    ValueTask<T> DeleteAsync(
        ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default);

    /// <summary>Every change after a version, in order and each once, and then those that are still to come.</summary>
    /// <remarks>
    /// <para>Without a version it begins with an <see cref="WatchEvent{T}.Added"/> for each object that is there, in the
    /// order of a list, then goes on from that state. A version that the store has not reached yet is waited for in
    /// silence. The stream ends only by an exception or when the token is cancelled, with an
    /// <see cref="OperationCanceledException"/>.</para>
    /// <para>A watcher costs a store no memory that grows with how far behind it is.</para>
    /// </remarks>
    /// <exception cref="StoreException">
    /// <see cref="StoreFailure.Expired"/>: the changes after the version are no longer kept; list and watch anew.
    /// <see cref="StoreFailure.FellBehind"/>: the watcher was too slow and the changes that it has not seen are no longer
    /// kept; list and watch anew.
    /// </exception>
    IAsyncEnumerable<WatchEvent<T>> WatchAsync(WatchQuery query, CancellationToken cancellationToken = default);
}
