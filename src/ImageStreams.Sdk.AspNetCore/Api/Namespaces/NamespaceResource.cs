namespace ImageStreams.AspNetCore;

/// <summary><c>namespaces</c>: objects of the store, of which those that come on demand are imagined, and whose deletion empties them.</summary>
internal sealed class NamespaceResource(NamespaceDirectory directory, NamespaceSweep sweep, TimeProvider timeProvider)
    : WrappedResource(new StoredResource(NamespaceDefinitions.NamespaceKind, directory.Objects, RandomNaming.Instance, namespaces: null, timeProvider)
    {
        Imagine = directory.Imagine,
    })
{
    public override async ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        await GetCurrentAsync(Definition, request.Name!, cancellationToken).ConfigureAwait(false);
        return await base.GetAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask<ServedAnswer> DeleteAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var current = await GetCurrentAsync(Definition, request.Name!, cancellationToken).ConfigureAwait(false);
        Stored.RequireMet(current, request.Delete);
        return ServedAnswer.FromObject(ObjectDocuments.ToServed(
            request.Delete.DryRun ? current : await sweep.DeleteAsync(current, cancellationToken).ConfigureAwait(false)));
    }

    public override ValueTask<ServedAnswer> DeleteCollectionAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        throw ServedErrors.MethodNotAllowed();

    /// <summary>Gets a namespace; one that is being deleted goes on going.</summary>
    public async Task<ClusterObject> GetCurrentAsync(ResourceDefinition definition, string name, CancellationToken cancellationToken)
    {
        var found = await directory.FindAsync(name, cancellationToken).ConfigureAwait(false);
        if (found?.Metadata.DeletionTimestamp is not null)
        {
            var isGone = await sweep.FinishAsync(found, cancellationToken).ConfigureAwait(false);
            found = isGone ? null : await directory.FindAsync(name, cancellationToken).ConfigureAwait(false);
        }

        return found ?? throw ServedErrors.NotFound(definition, name);
    }
}
