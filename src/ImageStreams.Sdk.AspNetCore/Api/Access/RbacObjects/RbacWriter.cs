using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Patching;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary>Writes the stored roles or bindings of one kind in the name of the server.</summary>
/// <param name="resource">The resource; it asks for no namespaces, since what code sets is set whether its namespace is there or not.</param>
/// <param name="objects">The store of its objects.</param>
internal sealed class RbacWriter(StoredResource resource, IObjectStore<ClusterObject> objects)
{
    private const int MaxAttempts = 5;

    private static readonly WriteOptions ByServer = new() { FieldManager = "kube-apiserver" };

    /// <summary>Finds an object; null when it is not there.</summary>
    public ValueTask<ClusterObject?> FindAsync(RbacKey key, CancellationToken cancellationToken) =>
        objects.FindAsync(new ObjectKey(key.Namespace, key.Name), cancellationToken);

    /// <summary>Creates an object, unless there is one.</summary>
    public async Task<RbacAttempt> CreateAsync(RbacKey key, JsonObject json, CancellationToken cancellationToken)
    {
        var definition = resource.Definition;
        (json["apiVersion"], json["kind"]) = (definition.ApiVersion, definition.Kind);
        json.GetOrAddObject("metadata")["name"] = key.Name;
        var request = CreateRequest(ResourceVerbs.Create, key) with { Body = ObjectDocuments.ToUtf8(json) };
        return await AttemptAsync(resource.CreateAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Creates an object; one of its name that is there already goes.</summary>
    public async Task ReplaceAsync(RbacKey key, JsonObject json, CancellationToken cancellationToken)
    {
        var result = RbacAttempt.Overtaken;
        for (var attempt = 0; attempt < MaxAttempts && result == RbacAttempt.Overtaken; attempt++)
        {
            if (await FindAsync(key, cancellationToken).ConfigureAwait(false) is { } stale)
            {
                await DropAsync(stale, cancellationToken).ConfigureAwait(false);
            }

            result = await CreateAsync(key, json, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Changes an object that is there.</summary>
    public async Task<RbacAttempt> PatchAsync(RbacKey key, JsonObject json, CancellationToken cancellationToken)
    {
        var patch = new ObjectPatch { Type = PatchType.Merge, Utf8Json = ObjectDocuments.ToUtf8(json) };
        var request = CreateRequest(ResourceVerbs.Patch, key) with { Name = key.Name, Patch = patch };
        return await AttemptAsync(resource.PatchAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Deletes an object, unless it has finalizers.</summary>
    public async Task RemoveAsync(RbacKey key, ClusterObject stored, CancellationToken cancellationToken)
    {
        var request = CreateRequest(ResourceVerbs.Delete, key) with
        {
            Name = stored.Name,
            Delete = new DeleteOptions { Uid = stored.Metadata.Uid },
        };
        await AttemptAsync(resource.DeleteAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    // Past its finalizers: who set them is gone with the namespace that it was of.
    private async Task DropAsync(ClusterObject stale, CancellationToken cancellationToken)
    {
        try
        {
            var same = new DeletePreconditions { Uid = stale.Metadata.Uid };
            await objects.DeleteAsync(ObjectKey.FromObject(stale), same, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e) when (e.Reason is StoreFailure.NotFound or StoreFailure.Conflict)
        {
            // Another writer was faster.
        }
    }

    // Another process that has the same store may have been faster with the same.
    private static async Task<RbacAttempt> AttemptAsync(ValueTask<ServedAnswer> write)
    {
        try
        {
            await write.ConfigureAwait(false);
            return RbacAttempt.Done;
        }
        catch (ApiException e) when (e.Reason is ApiFailure.AlreadyExists or ApiFailure.NotFound or ApiFailure.Conflict)
        {
            return RbacAttempt.Overtaken;
        }
        catch (ApiException e) when (e.Reason is ApiFailure.Invalid or ApiFailure.BadRequest)
        {
            return RbacAttempt.Invalid;
        }
    }

    private static ResourceRequest CreateRequest(string verb, RbacKey key) =>
        new() { Verb = verb, Namespace = key.Namespace.Length == 0 ? null : key.Namespace, Write = ByServer };
}
