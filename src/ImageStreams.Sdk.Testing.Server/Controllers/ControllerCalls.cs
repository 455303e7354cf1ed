using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

/// <summary>The requests of the controllers of a cluster: without HTTP, and otherwise as their real counterparts send them.</summary>
/// <param name="resources">The resources by their names with groups.</param>
/// <param name="store">The store of the objects.</param>
internal sealed class ControllerCalls(IReadOnlyDictionary<string, StoredResource> resources, IClusterObjectStore store)
{
    /// <summary>The manager of the fields that controllers write.</summary>
    public const string Manager = "openshift-controller-manager";

    /// <summary>Determines whether the cluster has a resource.</summary>
    public bool Has(string resource) => resources.ContainsKey(resource);

    /// <summary>Finds an object; null when there is none.</summary>
    public async Task<JsonObject?> FindAsync(string resource, ObjectKey key, CancellationToken cancellationToken) =>
        await store.GetObjects(resource).FindAsync(key, cancellationToken).ConfigureAwait(false) is { } found
            ? ObjectDocuments.FromObject(found)
            : null;

    /// <summary>Lists the objects of a namespace.</summary>
    public async Task<List<JsonObject>> ListAsync(string resource, string ns, CancellationToken cancellationToken)
    {
        var page = await store.GetObjects(resource).ListAsync(new ListQuery { Namespace = ns }, cancellationToken).ConfigureAwait(false);
        return [.. page.Items.Select(ObjectDocuments.FromObject)];
    }

    /// <summary>Creates an object, or a subresource of one.</summary>
    /// <param name="resource">The resource with its group.</param>
    /// <param name="body">The object.</param>
    /// <param name="subresource">The subresource of the object of that name; null for none.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task CreateAsync(string resource, JsonObject body, string? subresource, CancellationToken cancellationToken)
    {
        var call = CreateCall(ResourceVerbs.Create, body) with { Subresource = subresource };
        await resources[resource].CreateAsync(
            subresource is null ? call with { Name = null } : call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Replaces an object, or its status.</summary>
    /// <param name="resource">The resource with its group.</param>
    /// <param name="body">The object.</param>
    /// <param name="subresource">The subresource; null for the object itself.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task UpdateAsync(string resource, JsonObject body, string? subresource, CancellationToken cancellationToken) =>
        await resources[resource].UpdateAsync(
            CreateCall(ResourceVerbs.Update, body) with { Subresource = subresource }, cancellationToken).ConfigureAwait(false);

    /// <summary>Deletes an object; nothing happens when there is none.</summary>
    public async Task DeleteAsync(string resource, ObjectKey key, CancellationToken cancellationToken)
    {
        try
        {
            var call = new ResourceRequest { Verb = ResourceVerbs.Delete, Namespace = key.Namespace, Name = key.Name };
            await resources[resource].DeleteAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            // It is gone, as it should be.
        }
    }

    /// <summary>Removes the objects that a former object of a name has left behind, as a garbage collector does.</summary>
    /// <param name="resource">The resource of the objects; nothing happens when the cluster does not have it.</param>
    /// <param name="kind">The kind of the owner.</param>
    /// <param name="owner">The owner.</param>
    /// <param name="uid">The UID of the owner that there is now; null when there is none.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task RemoveLeftBehindAsync(
        string resource, string kind, ObjectKey owner, string? uid, CancellationToken cancellationToken)
    {
        if (!Has(resource))
        {
            return;
        }

        var objects = store.GetObjects(resource);
        var page = await objects.ListAsync(new ListQuery { Namespace = owner.Namespace }, cancellationToken).ConfigureAwait(false);
        foreach (var value in page.Items.Where(value => OwnedObjects.IsLeftBehind(value, kind, owner.Name, uid)))
        {
            await OwnedObjects.RemoveAsync(objects, value, cancellationToken).ConfigureAwait(false);
        }
    }

    private static ResourceRequest CreateCall(string verb, JsonObject body) => new()
    {
        Verb = verb,
        Namespace = body.FindText("metadata", "namespace"),
        Name = body.FindText("metadata", "name"),
        Body = ObjectDocuments.ToUtf8(body),
        Write = new WriteOptions { FieldManager = Manager },
    };
}
