namespace ImageStreams.AspNetCore;

/// <summary><c>namespaces</c>: objects of the store, of which those that come on demand are imagined, and whose deletion empties them.</summary>
internal sealed class NamespaceResource(NamespaceDirectory directory, NamespaceSweep sweep, TimeProvider timeProvider) : ServedResource
{
    private readonly StoredResource _stored =
        new(NamespaceDefinitions.NamespaceKind, directory.Objects, RandomNaming.Instance, namespaces: null, timeProvider)
        {
            Imagine = directory.Imagine,
        };

    public override ResourceDefinition Definition => _stored.Definition;

    public override async ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        await GetCurrentAsync(Definition, request.Name!, cancellationToken).ConfigureAwait(false);
        return await _stored.GetAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public override ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        _stored.ListAsync(request, cancellationToken);

    public override IAsyncEnumerable<ServedEvent> WatchAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        _stored.WatchAsync(request, cancellationToken);

    public override ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        _stored.CreateAsync(request, cancellationToken);

    public override ValueTask<ServedAnswer> UpdateAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        _stored.UpdateAsync(request, cancellationToken);

    public override ValueTask<ServedAnswer> PatchAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        _stored.PatchAsync(request, cancellationToken);

    public override async ValueTask<ServedAnswer> DeleteAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var current = await GetCurrentAsync(Definition, request.Name!, cancellationToken).ConfigureAwait(false);
        _stored.RequireMet(current, request.Delete);
        return ServedAnswer.FromObject(ObjectDocuments.ToServed(
            request.Delete.DryRun ? current : await sweep.DeleteAsync(current, cancellationToken).ConfigureAwait(false)));
    }

    /// <summary>Gets a namespace; one that is being deleted goes on going.</summary>
    public async Task<ClusterObject> GetCurrentAsync(ResourceDefinition definition, string name, CancellationToken cancellationToken)
    {
        var found = await directory.FindAsync(name, cancellationToken).ConfigureAwait(false);
        var isGone = found?.Metadata.DeletionTimestamp is not null && await sweep.FinishAsync(found, cancellationToken).ConfigureAwait(false);
        return found is null || isGone ? throw ServedErrors.NotFound(definition, name) : found;
    }
}
