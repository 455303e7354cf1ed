namespace ImageStreams.AspNetCore;

/// <summary>A resource whose objects a <see cref="StoredResource"/> keeps, and which does more for some verbs.</summary>
/// <param name="stored">The resource that keeps them, which answers every verb that is not overridden.</param>
internal abstract class WrappedResource(StoredResource stored) : ServedResource
{
    public sealed override ResourceDefinition Definition => Stored.Definition;

    protected StoredResource Stored { get; } = stored;

    public override ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        Stored.GetAsync(request, cancellationToken);

    public override ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        Stored.ListAsync(request, cancellationToken);

    public override IAsyncEnumerable<ServedEvent> WatchAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        Stored.WatchAsync(request, cancellationToken);

    public override ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        Stored.CreateAsync(request, cancellationToken);

    public override ValueTask<ServedAnswer> UpdateAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        Stored.UpdateAsync(request, cancellationToken);

    public override ValueTask<ServedAnswer> PatchAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        Stored.PatchAsync(request, cancellationToken);

    public override ValueTask<ServedAnswer> DeleteAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        Stored.DeleteAsync(request, cancellationToken);

    public override ValueTask<ServedAnswer> DeleteCollectionAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        Stored.DeleteCollectionAsync(request, cancellationToken);
}
