using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary>The stored roles or bindings of one kind, beside those of the policy.</summary>
internal sealed class RbacObjects
{
    private const int MaxRounds = 10;

    private readonly ResourceDefinition _definition;
    private readonly RbacPolicy _policy;
    private readonly RbacWriter _writer;

    public RbacObjects(
        ResourceDefinition definition, IClusterObjectStore store, INamespaces namespaces, RbacPolicy policy, TimeProvider timeProvider)
    {
        (_definition, _policy) = (definition, policy);
        Objects = store.GetObjects(definition.QualifiedName);
        Resource = Create(namespaces);
        _writer = new RbacWriter(Create(null), Objects);

        StoredResource Create(INamespaces? inside) =>
            new(RbacDefinitions.CreateKind(definition), Objects, RandomNaming.Instance, inside, timeProvider)
            {
                Admission = new RbacAdmission(definition, policy).AdmitAsync,
            };
    }

    public IObjectStore<ClusterObject> Objects { get; }

    /// <summary>The resource that serves them.</summary>
    public StoredResource Resource { get; }

    /// <summary>Gets the key of a stored object.</summary>
    public RbacKey Key(ClusterObject value) => new(_definition.Kind, value.Namespace, value.Name);

    /// <summary>Lets the policy have one object as it is stored.</summary>
    public async Task ReadAsync(RbacKey key, CancellationToken cancellationToken)
    {
        var stored = await _writer.FindAsync(key, cancellationToken).ConfigureAwait(false);
        _policy.Follow(key, stored is null ? null : RbacJson.Read(key, stored));
    }

    /// <summary>Lets the policy have all objects as they are stored.</summary>
    /// <returns>The version of the store.</returns>
    public async Task<string> ReadAllAsync(CancellationToken cancellationToken)
    {
        var page = await Objects.ListAsync(ListQuery.All, cancellationToken).ConfigureAwait(false);
        var stored = page.Items.ToDictionary(Key);
        foreach (var key in _policy.GetKeys(_definition.Kind).Where(key => !stored.ContainsKey(key)))
        {
            _policy.Follow(key, null);
        }

        foreach (var (key, value) in stored)
        {
            _policy.Follow(key, RbacJson.Read(key, value));
        }

        return page.ResourceVersion;
    }

    /// <summary>Brings the rules of roles that aggregate others up to date, in the store and in the policy; one of the others may aggregate
    /// as well.</summary>
    public async Task AggregateAsync(CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var page = await Objects.ListAsync(ListQuery.All, cancellationToken).ConfigureAwait(false);
            var changes = RbacAggregation.FindChanges(page.Items);
            if (changes.Count == 0)
            {
                return;
            }

            foreach (var (role, rules) in changes)
            {
                var json = new JsonObject { ["rules"] = rules };
                await _writer.PatchAsync(Key(role), json, cancellationToken).ConfigureAwait(false);
                await ReadAsync(Key(role), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Removes what code or configuration once set, and no longer does.</summary>
    public async Task RemoveLeftOversAsync(CancellationToken cancellationToken)
    {
        var page = await Objects.ListAsync(ListQuery.All, cancellationToken).ConfigureAwait(false);
        foreach (var stored in page.Items.Where(one => RbacMarks.IsOfServer(Key(one), one) && _policy.Find(Key(one)) is null))
        {
            await _writer.RemoveAsync(Key(stored), stored, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Stores what code has set or removed, unless a client keeps its own.</summary>
    /// <returns>False for what cannot be stored, because it is not valid; the policy has it nevertheless.</returns>
    public async Task<bool> SaveAsync(RbacKey key, object? value, CancellationToken cancellationToken)
    {
        var stored = await _writer.FindAsync(key, cancellationToken).ConfigureAwait(false);
        if (stored is not null && RbacMarks.IsKept(stored))
        {
            return true;
        }

        if (stored is not null && (value is null || RbacJson.HasOtherRole(value, RbacJson.Read(key, stored))))
        {
            await _writer.RemoveAsync(key, stored, cancellationToken).ConfigureAwait(false);
            stored = null;
        }

        return value is null || await WriteAsync(key, value, stored, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Creates an object in the name of the server; one of its name that is there already goes.</summary>
    public Task ReplaceAsync(RbacKey key, object value, CancellationToken cancellationToken) =>
        _writer.ReplaceAsync(key, RbacJson.Write(value), cancellationToken);

    // What another writer has stored meanwhile is read again.
    private async Task<bool> WriteAsync(RbacKey key, object value, ClusterObject? stored, CancellationToken cancellationToken)
    {
        var json = RbacMarks.Add(key, RbacJson.Write(value));
        var write = stored is null
            ? _writer.CreateAsync(key, json, cancellationToken)
            : _writer.PatchAsync(key, json, cancellationToken);
        return await write.ConfigureAwait(false) != RbacAttempt.Invalid;
    }
}
