using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Patching;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary>The stored roles or bindings of one kind, beside those of the policy.</summary>
internal sealed class RbacObjects
{
    private static readonly WriteOptions ByServer = new() { FieldManager = "kube-apiserver" };

    private readonly ResourceDefinition _definition;
    private readonly RbacPolicy _policy;

    public RbacObjects(ResourceDefinition definition, IClusterObjectStore store, RbacPolicy policy, TimeProvider timeProvider)
    {
        (_definition, _policy) = (definition, policy);
        Objects = store.GetObjects(definition.QualifiedName);
        Resource = new StoredResource(
            RbacDefinitions.CreateKind(definition), Objects, RandomNaming.Instance, namespaces: null, timeProvider)
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
        var stored = await FindAsync(key, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Removes what code or configuration once set, and no longer does.</summary>
    public async Task RemoveLeftOversAsync(CancellationToken cancellationToken)
    {
        var page = await Objects.ListAsync(ListQuery.All, cancellationToken).ConfigureAwait(false);
        foreach (var stored in page.Items.Where(one => RbacMarks.IsLeftToServer(one) && _policy.Find(Key(one)) is null))
        {
            await RemoveAsync(stored, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Stores what code has set or removed, unless a client keeps its own.</summary>
    /// <returns>False for what cannot be stored, because it is not valid; the policy has it nevertheless.</returns>
    public async Task<bool> SaveAsync(RbacKey key, object? value, CancellationToken cancellationToken)
    {
        var stored = await FindAsync(key, cancellationToken).ConfigureAwait(false);
        if (stored is not null && RbacMarks.IsKept(stored))
        {
            return true;
        }

        if (stored is not null && (value is null || RbacJson.HasOtherRole(value, RbacJson.Read(key, stored))))
        {
            await RemoveAsync(stored, cancellationToken).ConfigureAwait(false);
            stored = null;
        }

        if (value is null)
        {
            return true;
        }

        var json = RbacMarks.Add(RbacJson.Write(value));
        return await (stored is null ? CreateAsync(key, json, cancellationToken) : PatchAsync(key, json, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Creates an object in the name of the server, unless there is one.</summary>
    /// <returns>False when it is not valid.</returns>
    public async Task<bool> CreateAsync(RbacKey key, JsonObject json, CancellationToken cancellationToken)
    {
        (json["apiVersion"], json["kind"]) = (_definition.ApiVersion, _definition.Kind);
        var metadata = json.GetOrAddObject("metadata");
        metadata["name"] = key.Name;
        var request = CreateRequest(ResourceVerbs.Create, key) with { Body = ObjectDocuments.ToUtf8(json) };
        return await AttemptAsync(Resource.CreateAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    private async Task<bool> PatchAsync(RbacKey key, JsonObject json, CancellationToken cancellationToken)
    {
        var patch = new ObjectPatch { Type = PatchType.Merge, Utf8Json = ObjectDocuments.ToUtf8(json) };
        var request = CreateRequest(ResourceVerbs.Patch, key) with { Name = key.Name, Patch = patch };
        return await AttemptAsync(Resource.PatchAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    private async Task RemoveAsync(ClusterObject stored, CancellationToken cancellationToken)
    {
        var request = CreateRequest(ResourceVerbs.Delete, Key(stored)) with
        {
            Name = stored.Name,
            Delete = new DeleteOptions { Uid = stored.Metadata.Uid },
        };
        await AttemptAsync(Resource.DeleteAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    private ValueTask<ClusterObject?> FindAsync(RbacKey key, CancellationToken cancellationToken) =>
        Objects.FindAsync(new ObjectKey(key.Namespace, key.Name), cancellationToken);

    // Another process that has the same store may have been faster with the same.
    private static async Task<bool> AttemptAsync(ValueTask<ServedAnswer> write)
    {
        try
        {
            await write.ConfigureAwait(false);
            return true;
        }
        catch (ApiException e) when (e.Reason is ApiFailure.AlreadyExists or ApiFailure.NotFound or ApiFailure.Conflict)
        {
            // What is there then is read again.
            return true;
        }
        catch (ApiException e) when (e.Reason is ApiFailure.Invalid or ApiFailure.BadRequest)
        {
            return false;
        }
    }

    private static ResourceRequest CreateRequest(string verb, RbacKey key) =>
        new() { Verb = verb, Namespace = key.Namespace.Length == 0 ? null : key.Namespace, Write = ByServer };
}
