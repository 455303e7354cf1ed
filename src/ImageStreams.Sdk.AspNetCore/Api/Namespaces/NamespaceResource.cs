using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary><c>namespaces</c>.</summary>
internal sealed class NamespaceResource(NamespaceDirectory directory, NamespaceSweep sweep) : ServedResource
{
    private readonly ClusterObjectReader _reader = new(directory.Objects, ["status.phase"]);

    public override ResourceDefinition Definition => NamespaceDefinitions.Namespaces;

    public override async ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        ServedAnswer.FromObject(ToServed(await GetCurrentAsync(Definition, request.Name!, cancellationToken).ConfigureAwait(false)));

    public override async ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var list = await _reader.ListAsync(null, request.List, cancellationToken).ConfigureAwait(false);
        return new ServedAnswer.Many { List = new ServedList { Metadata = list.Metadata, Items = [.. list.Items.Select(ToServed)] } };
    }

    public override IAsyncEnumerable<ServedEvent> WatchAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        ServedEvent.FromAsync(_reader.WatchAsync(null, request.Watch, cancellationToken), ToServed, cancellationToken);

    public override async ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var metadata = NamespaceDocuments.ReadMetadata(ReviewBody.Read(request.Body, Definition));
        var created = await CreateAsync(Definition, metadata, request.Write.DryRun, cancellationToken).ConfigureAwait(false);
        return ServedAnswer.FromCreated(ToServed(created));
    }

    public override async ValueTask<ServedAnswer> DeleteAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var current = await GetCurrentAsync(Definition, request.Name!, cancellationToken).ConfigureAwait(false);
        return ServedAnswer.FromObject(ToServed(
            request.Delete.DryRun ? current : await sweep.DeleteAsync(current, cancellationToken).ConfigureAwait(false)));
    }

    /// <summary>Gets a namespace; one that is being deleted goes on going.</summary>
    public async Task<ClusterObject> GetCurrentAsync(ResourceDefinition definition, string name, CancellationToken cancellationToken)
    {
        var found = await directory.FindAsync(name, cancellationToken).ConfigureAwait(false);
        var isGone = found?.Metadata.DeletionTimestamp is not null && await sweep.FinishAsync(found, cancellationToken).ConfigureAwait(false);
        return found is null || isGone ? throw ServedErrors.NotFound(definition, name) : found;
    }

    /// <summary>Creates a namespace.</summary>
    /// <exception cref="ApiException">The name is none of a namespace, or there is one of that name.</exception>
    public async Task<ClusterObject> CreateAsync(
        ResourceDefinition definition, ObjectMeta metadata, bool isDryRun, CancellationToken cancellationToken)
    {
        var name = metadata.Name ?? "";
        if (!NamespaceNames.IsValid(name))
        {
            throw NamespaceErrors.InvalidName(definition, name);
        }

        var value = NamespaceDocuments.Create(metadata);
        return isDryRun ? value : await directory.TryCreateAsync(value, cancellationToken).ConfigureAwait(false) ?? throw NamespaceErrors.AlreadyExists(definition, name);
    }

    /// <summary>Writes a namespace as the answer has it.</summary>
    public static ServedObject ToServed(ClusterObject value) => EncodedObjects.Get(value);
}
