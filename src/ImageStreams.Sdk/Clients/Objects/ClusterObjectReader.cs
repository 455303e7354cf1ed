using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Lists and watches the objects of a resource that are kept as JSON, with selectors, pages and versions.</summary>
/// <remarks>
/// <para>Field selectors may name <c>metadata.name</c>, <c>metadata.namespace</c> and the fields of the constructor. To a watcher
/// with selectors, an object that begins to match is added, and one that no longer matches is deleted as it last was, with the
/// version of the change.</para>
/// <para>Thread-safe. Failures are <see cref="ApiException"/>s, as those of an <see cref="IImageStreamClient"/>.</para>
/// </remarks>
public sealed class ClusterObjectReader : IObjectSource<ClusterObject>
{
    private readonly IObjectStore<ClusterObject> _objects;
    private readonly ValueList<string> _selectableFields;
    private readonly StoreLister _lister;
    private readonly ObjectWatcher<ClusterObject> _watcher;

    /// <summary>Creates a reader.</summary>
    /// <param name="objects">The store of the resource.</param>
    /// <param name="selectableFields">The paths of further fields that may be selected by, such as <c>status.phase</c>.</param>
    /// <param name="patience">The time to wait for a version that the store has not reached yet; null for that of an API
    /// server, <see cref="DefaultPatience"/>.</param>
    /// <param name="timeProvider">The clock of that time; null for the system clock.</param>
    /// <exception cref="ArgumentNullException"><paramref name="objects"/> is null.</exception>
    public ClusterObjectReader(
        IObjectStore<ClusterObject> objects,
        ValueList<string> selectableFields = default,
        TimeSpan? patience = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(objects);
        var versions = new VersionWait(patience ?? DefaultPatience, timeProvider ?? TimeProvider.System);
        (_objects, _selectableFields) = (objects, selectableFields);
        _lister = new StoreLister(versions);
        _watcher = new ObjectWatcher<ClusterObject>(objects, versions, static value => value);
    }

    /// <summary>The time to wait for a version that the store has not reached yet, as on an API server: 3 seconds.</summary>
    public static TimeSpan DefaultPatience { get; } = TimeSpan.FromSeconds(3);

    /// <summary>Lists objects, ordered by namespace and name.</summary>
    /// <param name="ns">The namespace; null for all.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ApiException">A selector, the token or the version is malformed (<see cref="ApiFailure.BadRequest"/>), the state
    /// is no longer kept (<see cref="ApiFailure.Gone"/>), or the version is not reached in time (<see cref="ApiFailure.Timeout"/>).
    /// </exception>
    public async Task<ClusterObjectList> ListAsync(
        string? ns, ListOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ListOptions();
        var selection = new ClusterObjectSelection(options.LabelSelector, options.FieldSelector, _selectableFields);
        Func<ClusterObject, bool>? selects = selection.IsEmpty ? null : selection.Matches;
        var (items, metadata) = await _lister.ListAsync(_objects, ns, options, selects, cancellationToken).ConfigureAwait(false);
        // There is at most one object of a name in a namespace, so no page follows it.
        var isOne = ns is not null && selection.ExactName is not null;
        return new ClusterObjectList { Metadata = isOne ? metadata with { Continue = null } : metadata, Items = [.. items] };
    }

    /// <summary>Watches objects.</summary>
    /// <param name="ns">The namespace; null for all.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to end the watch.</param>
    /// <exception cref="ApiException">A selector is malformed (<see cref="ApiFailure.BadRequest"/>); thrown by the call. Changes are
    /// no longer kept (<see cref="ApiFailure.Gone"/>), or the version is not reached in time (<see cref="ApiFailure.Timeout"/>); thrown
    /// by the enumeration.</exception>
    public IAsyncEnumerable<WatchEvent<ClusterObject>> WatchAsync(
        string? ns, WatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new WatchOptions();
        var selection = new ClusterObjectSelection(options.LabelSelector, options.FieldSelector, _selectableFields);
        var query = new WatchQuery { Namespace = ns, Name = selection.ExactName };
        return _watcher.WatchAsync(query, options, selection.Matches, cancellationToken);
    }

    string IObjectSource<ClusterObject>.Resource => "objects";

    async Task<ApiList<ClusterObject>> IObjectSource<ClusterObject>.ListPageAsync(
        string? ns, ListOptions options, CancellationToken cancellationToken) =>
        await ListAsync(ns, options, cancellationToken).ConfigureAwait(false);

    IAsyncEnumerable<WatchEvent<ClusterObject>> IObjectSource<ClusterObject>.WatchChangesAsync(
        string? ns, WatchOptions options, CancellationToken cancellationToken) => WatchAsync(ns, options, cancellationToken);
}
