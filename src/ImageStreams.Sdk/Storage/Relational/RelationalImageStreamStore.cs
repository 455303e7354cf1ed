using System.Collections.Concurrent;
using ImageStreams.Serialization;

namespace ImageStreams.Storage;

/// <summary>A durable store of streams, images and other objects, of the state of controllers and of leases, in a relational database.</summary>
/// <remarks>
/// <para>Several processes may use one database. Versions are numbers without gaps that count on over restarts, and every process
/// sees the writes of all in their order; see <see cref="IObjectStore{T}"/>. A watch goes on after a restart from the version that
/// its client has, as long as the changes after it are kept; see <see cref="RelationalStoreOptions.History"/>.</para>
/// <para>Writes that wait at the same time are committed in one transaction, and each is answered after that. A connection that
/// breaks is replaced: what was not committed is repeated, watches go on, and an operation fails with
/// <see cref="StoreFailure.Unavailable"/> only after <see cref="RelationalStoreOptions.RetryTime"/>. Names have at most 1,024 bytes
/// in UTF-8, without NUL; an object with another name is rejected with an <see cref="ArgumentException"/>.</para>
/// <para>Objects are kept as the JSON of the API, and the newest of them in memory, too. Every process sees what the JSON says: an
/// empty text that the API leaves out is null. An object that cannot be read back, such as one with the kind of another, is rejected
/// with an <see cref="ArgumentException"/>. The database is opened at first use, or by
/// <see cref="OpenAsync"/>.</para>
/// </remarks>
public abstract partial class RelationalImageStreamStore : IImageStreamStore, IClusterObjectStore, IStateStore, ILeaseStore, IAsyncDisposable
{
    private const int MaxKeptChanges = 4096;

    private readonly RelationalDatabase _database;
    private readonly WriteCommitter _committer;
    private readonly WriteQueue _queue;
    private readonly ChangeFeed _feed;
    private readonly TimeProvider _timeProvider;
    private readonly StoredResources _resources;
    private readonly ChangeReader _reader;
    private readonly ConcurrentDictionary<string, IObjectStore<ClusterObject>> _others = new(StringComparer.Ordinal);
    private int _isDisposed;

    /// <summary>Creates the store, without opening its database.</summary>
    /// <param name="dialect">The database, which the store disposes of.</param>
    /// <param name="options">The options.</param>
    /// <param name="timeProvider">
    /// The time provider of bookmarks, and of leases where the database has no clock; null for the system clock. Retries and polls
    /// keep the real time.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    protected RelationalImageStreamStore(
        RelationalDialect dialect, RelationalStoreOptions options, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        ArgumentNullException.ThrowIfNull(options);
        ThrowIfInvalid(options);
        _timeProvider = timeProvider ?? TimeProvider.System;
        _database = new RelationalDatabase(dialect, options.RetryTime);
        var streams = CreateObjects<ImageStream>(StoredKind.Stream);
        var images = CreateObjects<Image>(StoredKind.Image);
        _resources = new StoredResources(CreateObjects<ClusterObject>);
        _reader = new ChangeReader(_database, streams, images, _resources);
        _feed = new ChangeFeed(_database, _reader, Math.Min(MaxKeptChanges, options.History));
#pragma warning disable CA2000 // The committer disposes of them.
        _committer = new WriteCommitter(_database, new WriteTransactions(_database, options.History, _timeProvider), _feed);
#pragma warning restore CA2000
        _queue = new WriteQueue(_committer);
        Streams = new RelationalObjectStore<ImageStream>(_database, streams, _reader, _queue, _feed, _timeProvider);
        Images = new RelationalObjectStore<Image>(_database, images, _reader, _queue, _feed, _timeProvider);
    }

    /// <inheritdoc/>
    public IObjectStore<ImageStream> Streams { get; }

    /// <inheritdoc/>
    public IObjectStore<Image> Images { get; }

    /// <inheritdoc/>
    public IObjectStore<ClusterObject> GetObjects(string resource)
    {
        ArgumentException.ThrowIfNullOrEmpty(resource);
        return _others.GetOrAdd(resource, CreateOther);
    }

    /// <summary>Opens the database now instead of at first use: creates its tables, or migrates those of an older version.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="StoreException">
    /// <see cref="StoreFailure.Unavailable"/>, <see cref="StoreFailure.NewerSchema"/>, <see cref="StoreFailure.Damaged"/>,
    /// <see cref="StoreFailure.ReadOnly"/> or <see cref="StoreFailure.OutOfSpace"/>.
    /// </exception>
    public ValueTask OpenAsync(CancellationToken cancellationToken = default) => _database.OpenAsync(cancellationToken);

    /// <summary>Waits for the transaction that runs, ends all watches, and closes all connections.</summary>
    /// <remarks>A transaction whose database cannot be reached goes on trying for <see cref="RelationalStoreOptions.RetryTime"/>.
    /// Writes that wait behind it, and later calls, fail with an <see cref="ObjectDisposedException"/>.</remarks>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            await _committer.DisposeAsync().ConfigureAwait(false);
            await _feed.DisposeAsync().ConfigureAwait(false);
            await _database.DisposeAsync().ConfigureAwait(false);
        }

        GC.SuppressFinalize(this);
    }

    private StoredObjects<T> CreateObjects<T>(StoredKind kind)
        where T : ApiObject, IWireObject<T> => new(new(
            kind, ImageStreamJson.SerializeToUtf8Bytes, static body => ImageStreamJson.Deserialize<T>(body), _database.Errors));

    private RelationalObjectStore<ClusterObject> CreateOther(string resource) => new(
        _database, _resources.Get(StoredKinds.FromResource(resource)), _reader, _queue, _feed, _timeProvider);

    private static void ThrowIfInvalid(RelationalStoreOptions options)
    {
        var errors = string.Join(' ', options.Validate());
        if (errors.Length > 0)
        {
            throw new ArgumentOutOfRangeException(nameof(options), errors);
        }
    }
}
