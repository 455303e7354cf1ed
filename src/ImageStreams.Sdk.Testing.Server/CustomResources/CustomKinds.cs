using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

/// <summary>The resources that the custom resource definitions of a store make.</summary>
/// <remarks>A change through the API of this process counts before it is answered; another one as soon as the store reports it.
/// Thread-safe.</remarks>
internal sealed class CustomKinds : IResourceSource
{
    private readonly HashSet<string> _reserved;
    private readonly StoreTurn _turn = new();
    private readonly IClusterObjectStore _store;
    private readonly IObjectStore<ClusterObject> _definitions;
    private readonly INamespaces _namespaces;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationToken _stopping;
    private volatile State _state = new([], []);
    private volatile bool _isLoaded;

    /// <param name="reserved">The names with groups of the resources that the cluster serves anyway.</param>
    /// <param name="store">The store of the definitions and of their objects.</param>
    /// <param name="namespaces">The namespaces in which objects are created.</param>
    /// <param name="timeProvider">The time provider.</param>
    /// <param name="stopping">Canceled when the application stops.</param>
    public CustomKinds(
        IEnumerable<string> reserved,
        IClusterObjectStore store,
        INamespaces namespaces,
        TimeProvider timeProvider,
        CancellationToken stopping)
    {
        _reserved = [.. reserved];
        (_store, _namespaces, _timeProvider, _stopping) = (store, namespaces, timeProvider, stopping);
        _definitions = store.GetObjects(CustomDefinition.Resource);
    }

    public IReadOnlyList<ServedResource> Current => _state.All;

    public ValueTask PrepareAsync(CancellationToken cancellationToken) =>
        _isLoaded ? ValueTask.CompletedTask : new ValueTask(_turn.RunAsync(() => LoadAsync(cancellationToken), cancellationToken));

    /// <summary>Lets the resources be those that the stored definitions make.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) =>
        _turn.RunAsync(() => ReadAsync(cancellationToken), cancellationToken);

    /// <summary>Sets the status of a definition that is created or updated, in place.</summary>
    public async Task AdmitAsync(JsonObject document, JsonObject? old, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        var others = _state.ByName.Select(static one => ObjectDocuments.FromObject(one.Definition));
        CustomDefinitionStatus.Set(document, CustomNames.FindConflict(document, others), Timestamp.Now(_timeProvider));
    }

    /// <summary>Removes the objects of a definition that is gone, whatever finalizers they have.</summary>
    public async Task RemoveObjectsAsync(string definition, CancellationToken cancellationToken)
    {
        if (_reserved.Contains(definition) || await IsThereAsync(definition, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        var objects = _store.GetObjects(definition);
        var page = await objects.ListAsync(ListQuery.All, cancellationToken).ConfigureAwait(false);
        foreach (var key in page.Items.Select(ObjectKey.FromObject))
        {
            await RemoveAsync(objects, key, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsThereAsync(string definition, CancellationToken cancellationToken) =>
        await _definitions.FindAsync(new ObjectKey("", definition), cancellationToken).ConfigureAwait(false) is not null;

    private static async Task RemoveAsync(IObjectStore<ClusterObject> objects, ObjectKey key, CancellationToken cancellationToken)
    {
        try
        {
            await objects.DeleteAsync(key, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e) when (e.Reason == StoreFailure.NotFound)
        {
            // Somebody else has deleted it.
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_isLoaded)
        {
            return;
        }

        var version = await ReadAsync(cancellationToken).ConfigureAwait(false);
        _isLoaded = true;
        var follower = new StoreFollower(_definitions, _ => RefreshAsync(_stopping), ReadAgainAsync, _timeProvider, _stopping);
        _ = Task.Run(() => follower.RunAsync(version), CancellationToken.None);
    }

    private async Task<string> ReadAgainAsync()
    {
        var version = "";
        await _turn.RunAsync(async () => version = await ReadAsync(_stopping).ConfigureAwait(false), _stopping).ConfigureAwait(false);
        return version;
    }

    private async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var page = await _definitions.ListAsync(ListQuery.All, cancellationToken).ConfigureAwait(false);
        var known = _state.ByName.ToDictionary(static one => one.Definition.Metadata.Uid + one.Definition.Metadata.ResourceVersion);
        Entry[] entries =
            [.. page.Items.Select(one => known.GetValueOrDefault(one.Metadata.Uid + one.Metadata.ResourceVersion) ?? Create(one))];
        if (!entries.SequenceEqual(_state.ByName))
        {
            _state = new State(entries, [.. entries.SelectMany(static entry => entry.Resources)]);
        }

        return page.ResourceVersion;
    }

    private Entry Create(ClusterObject definition) =>
        new(definition, [.. CustomDefinition.CreateKinds(ObjectDocuments.FromObject(definition)).Select(Create)]);

    private StoredResource Create(ClusterKind kind) => new(
        kind.ToObjectKind(), _store.GetObjects(kind.Definition.QualifiedName), RandomNaming.Instance, _namespaces, _timeProvider);

    private sealed record Entry(ClusterObject Definition, IReadOnlyList<StoredResource> Resources);

    private sealed record State(IReadOnlyList<Entry> ByName, IReadOnlyList<ServedResource> All);
}
