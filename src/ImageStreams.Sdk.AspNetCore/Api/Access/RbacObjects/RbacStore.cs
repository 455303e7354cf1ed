using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary>Keeps the roles and bindings of a policy in a store, and lets the policy follow the store.</summary>
/// <remarks>A change by this process counts before it is answered; one by another process that has the same store, as soon as the store
/// reports it.</remarks>
internal sealed class RbacStore
{
    private readonly StoreTurn _turn = new();
    private readonly RbacPolicy _policy;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationToken _stopping;
    private readonly Dictionary<string, RbacObjects> _kinds;
    private volatile bool _isLoaded;

    /// <param name="policy">The policy.</param>
    /// <param name="store">The store.</param>
    /// <param name="namespaces">The namespaces in which clients may create roles and bindings.</param>
    /// <param name="timeProvider">The time provider.</param>
    /// <param name="stopping">Canceled when the application stops.</param>
    public RbacStore(
        RbacPolicy policy, IClusterObjectStore store, INamespaces namespaces, TimeProvider timeProvider, CancellationToken stopping)
    {
        (_policy, _timeProvider, _stopping) = (policy, timeProvider, stopping);
        _kinds = RbacDefinitions.All.ToDictionary(
            static definition => definition.Kind, definition => new RbacObjects(definition, store, namespaces, policy, timeProvider));
    }

    /// <summary>Creates what serves the roles and bindings.</summary>
    public IEnumerable<ServedResource> CreateResources() => _kinds.Values.Select(kind => new RbacResource(kind.Resource, this));

    /// <summary>Waits until the policy has what is stored.</summary>
    public ValueTask PrepareAsync(CancellationToken cancellationToken) =>
        _isLoaded ? ValueTask.CompletedTask : new ValueTask(_turn.RunAsync(() => LoadAsync(cancellationToken), cancellationToken));

    /// <summary>Stores what code has changed.</summary>
    public async ValueTask SaveAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        if (_policy.Unsaved.Count > 0)
        {
            await _turn.RunAsync(() => SaveAllAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Lets the policy have one role or binding as it is stored, with what aggregates it.</summary>
    public Task RefreshAsync(RbacKey key, CancellationToken cancellationToken) =>
        _turn.RunAsync(() => ReadAsync(key, cancellationToken), cancellationToken);

    /// <summary>Makes a user the administrator of a new namespace; nobody keeps that right from an earlier one.</summary>
    public async Task CreateAdminAsync(string ns, ApiUser user, CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken).ConfigureAwait(false);
        var binding = new RbacBinding { Name = "admin", Namespace = ns, Role = "admin", Subjects = [RbacSubject.CreateUser(user.Name)] };
        var key = RbacKey.ForBinding(ns, binding.Name);
        await _kinds[key.Kind].ReplaceAsync(key, binding, cancellationToken).ConfigureAwait(false);
        await RefreshAsync(key, cancellationToken).ConfigureAwait(false);
    }

    private async Task ReadAsync(RbacKey key, CancellationToken cancellationToken)
    {
        await _kinds[key.Kind].ReadAsync(key, cancellationToken).ConfigureAwait(false);
        if (key.Kind == RbacKey.ClusterRole)
        {
            await _kinds[key.Kind].AggregateAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_isLoaded)
        {
            return;
        }

        foreach (var kind in _kinds.Values)
        {
            await kind.RemoveLeftOversAsync(cancellationToken).ConfigureAwait(false);
        }

        await SaveAllAsync(cancellationToken).ConfigureAwait(false);
        var versions = new Dictionary<RbacObjects, string>();
        foreach (var kind in _kinds.Values)
        {
            versions[kind] = await kind.ReadAllAsync(cancellationToken).ConfigureAwait(false);
        }

        _isLoaded = true;
        foreach (var (kind, version) in versions)
        {
            var follower = new StoreFollower(
                kind.Objects, one => RefreshAsync(kind.Key(one), _stopping), () => ReadAllAsync(kind), _timeProvider, _stopping);
            _ = Task.Run(() => follower.RunAsync(version), CancellationToken.None);
        }
    }

    private async Task<string> ReadAllAsync(RbacObjects kind)
    {
        var version = "";
        await _turn.RunAsync(async () => version = await kind.ReadAllAsync(_stopping).ConfigureAwait(false), _stopping)
            .ConfigureAwait(false);
        return version;
    }

    private async Task SaveAllAsync(CancellationToken cancellationToken)
    {
        foreach (var key in _policy.Unsaved)
        {
            var (kind, value) = (_kinds[key.Kind], _policy.Find(key));
            if (await kind.SaveAsync(key, value, cancellationToken).ConfigureAwait(false))
            {
                _policy.MarkSaved(key, value);
                await kind.ReadAsync(key, cancellationToken).ConfigureAwait(false);
            }
        }

        await _kinds[RbacKey.ClusterRole].AggregateAsync(cancellationToken).ConfigureAwait(false);
    }
}
