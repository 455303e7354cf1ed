using ImageStreams.Serialization;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The objects of one kind as resources of a cluster.</summary>
internal sealed partial class KubernetesObjectStore<T, TList> : IObjectStore<T>, IAsyncDisposable
    where T : ApiObject, IWireObject<T>
    where TList : ApiList<T>, IWireObject<TList>
{
    private readonly StoreReader<T, TList> _reader;
    private readonly IStoredForm<T> _form;
    private readonly WatchMirror<T, TList> _mirror;
    private readonly ServerPages<T, TList> _pages;
    private readonly StateSnapshots<T> _snapshots = new();
    private readonly KubernetesStoreOptions _options;
    private readonly TimeProvider _timeProvider;

    public KubernetesObjectStore(ApiSender sender, IStoredForm<T> form, KubernetesStoreOptions options, TimeProvider timeProvider)
    {
        _form = form;
        _reader = new StoreReader<T, TList>(new ApiResource<T, TList>(sender, form.Type), form, options.PageSize);
        _pages = new ServerPages<T, TList>(_reader, options.PageSize);
        _mirror = new WatchMirror<T, TList>(_reader, options.WatchHistory, timeProvider);
        (_options, _timeProvider) = (options, timeProvider);
    }

    private ApiResource<T, TList> Resource => _reader.Resource;

    private string KindName => _form.KindName;

    public async ValueTask<T?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default)
    {
        Require(key);
        return await _reader.FindAsync(key, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _mirror.DisposeAsync();

    /// <summary>Gets the version that the cluster is at.</summary>
    internal Task<long> GetVersionAsync(CancellationToken cancellationToken) => _reader.GetVersionAsync(cancellationToken);

    /// <summary>Waits until watchers can see a version.</summary>
    internal Task WaitForAsync(long version, CancellationToken cancellationToken) => _mirror.WaitForAsync(version, cancellationToken);

    /// <summary>Forgets the states of lists that are read page by page.</summary>
    internal void ForgetSnapshots() => _snapshots.Clear();

    private static void Require(ObjectKey key)
    {
        ArgumentNullException.ThrowIfNull(key.Namespace, nameof(key));
        ArgumentException.ThrowIfNullOrEmpty(key.Name, nameof(key));
    }
}
