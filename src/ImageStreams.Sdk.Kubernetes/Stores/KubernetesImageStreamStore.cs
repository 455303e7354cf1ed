using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>A store of streams and images as custom resources of a cluster, which need not be OpenShift.</summary>
/// <remarks>
/// <para>The custom resource definitions come from <c>imagestreams deploy</c>. A custom resource looks like its object; what a server
/// sets itself, such as the UID, is kept in the text of its field <c>stored</c>. The versions are those of the cluster, which decides
/// between writers. The cluster keeps earlier states for some minutes (5 by default), in which lists go on and watches begin.</para>
/// <para>Each kind that is watched is watched once, and kept in memory: watchers read the changes from there. That watch ends when nobody
/// has watched for 5 minutes. The pages of a list of one namespace, and of images, are those of the cluster, of which nothing is kept. A
/// list of all namespaces is read as a whole, since a cluster has another order (<c>shop-2/web</c> is before <c>shop/web</c>), as is one
/// with a name that is stored under another one; a state whose pages are being read is kept for them.</para>
/// <para>The other objects are the cluster's own, of any resource that it has, with the UIDs, times and defaults that it sets; it decides
/// on rights to them. Namespaces are read only: they are created and deleted in the cluster. Roles and bindings are not those of the
/// cluster, but those of an API that is served in front of the store: they are kept in memory, and their versions are not the cluster's.</para>
/// <para>Namespaces must exist in the cluster. An object that is larger than <see cref="KubernetesStoreOptions.MaxObjectBytes"/> is refused with
/// an <see cref="Clients.ApiException"/> of the code 413. What a cluster refuses, such as a write without the right to it, is an
/// <see cref="Clients.ApiException"/> with its status; one that does not answer is <see cref="StoreFailure.Unavailable"/>. The JSON of
/// an image's metadata keeps its content, though not the order of its fields. Instances are thread-safe.</para>
/// </remarks>
public sealed class KubernetesImageStreamStore : IImageStreamStore, IClusterObjectStore, IAsyncDisposable
{
    private readonly KubernetesObjectStore<ImageStream, ImageStreamList> _streams;
    private readonly KubernetesObjectStore<Image, ImageList> _images;
    private readonly OtherKinds _others;
    private int _isDisposed;

    /// <summary>Creates a store.</summary>
    /// <param name="connection">The connection; it stays the caller's to dispose of.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="timeProvider">The clock of bookmarks; null for that of the system.</param>
    /// <exception cref="ArgumentNullException"><paramref name="connection"/> is null.</exception>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    public KubernetesImageStreamStore(
        ClusterConnection connection, KubernetesStoreOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        options = (options ?? new KubernetesStoreOptions()).Copy();
        OptionProblems.ThrowIfAny(options.Validate(), nameof(options));
        var time = timeProvider ?? TimeProvider.System;
        _streams = new(connection.Sender, new StoredCodec<ImageStream>(StoredKinds.CreateStreams(options.Group)), options, time);
        _images = new(connection.Sender, new StoredCodec<Image>(StoredKinds.CreateImages(options.Group)), options, time);
        _others = new(connection.Sender, options, time, _streams.GetVersionAsync);
    }

    /// <inheritdoc/>
    public IObjectStore<ImageStream> Streams => _streams;

    /// <inheritdoc/>
    public IObjectStore<Image> Images => _images;

    /// <inheritdoc/>
    public IObjectStore<ClusterObject> GetObjects(string resource) => _others.GetObjects(resource);

    /// <summary>Ends the watches of the cluster.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        await _streams.DisposeAsync().ConfigureAwait(false);
        await _images.DisposeAsync().ConfigureAwait(false);
        await _others.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Forgets the states of lists that are read page by page, and waits until watchers can see versions.</summary>
    internal async Task ForgetAsync(long streams, long images)
    {
        _streams.ForgetSnapshots();
        _images.ForgetSnapshots();
        await _streams.WaitForAsync(streams, CancellationToken.None).ConfigureAwait(false);
        await _images.WaitForAsync(images, CancellationToken.None).ConfigureAwait(false);
    }
}
