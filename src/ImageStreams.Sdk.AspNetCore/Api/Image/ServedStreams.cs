using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary><c>imagestreams</c> with its subresources.</summary>
internal sealed class ServedStreams(IImageStreamsResource streams, PullSecrets secrets) : ServedResource
{
    public override ResourceDefinition Definition { get; } = ImageDefinitions.Streams;

    public override async ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var (ns, name) = (request.Namespace!, request.Name!);
        switch (request.Subresource)
        {
            case "layers":
                var layers = await streams.GetLayersAsync(ns, name, cancellationToken).ConfigureAwait(false);
                return ServedAnswer.FromObject(EncodedObjects.Encode(layers, ImageStreamLayers.KindName));
            case "secrets":
                return await ListSecretsAsync(request, cancellationToken).ConfigureAwait(false);
        }

        await RequireVersionAsync(request, cancellationToken).ConfigureAwait(false);
        var stream = await streams.GetAsync(ns, name, cancellationToken).ConfigureAwait(false);
        return ServedAnswer.FromObject(EncodedObjects.Get(stream));
    }

    public override async ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        ToAnswer(await streams.ListAsync(request.Namespace, request.List, cancellationToken).ConfigureAwait(false));

    public override IAsyncEnumerable<ServedEvent> WatchAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        ServedEvent.FromAsync(streams.WatchAsync(request.Namespace, request.Watch, cancellationToken), EncodedObjects.Get, cancellationToken);

    public override async ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var stream = BodyObjects.ReadInNamespace<ImageStream>(request);
        return ServedAnswer.FromCreated(EncodedObjects.Get(
            await streams.CreateAsync(stream, request.Write, cancellationToken).ConfigureAwait(false)));
    }

    public override async ValueTask<ServedAnswer> UpdateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var stream = BodyObjects.ReadInNamespace<ImageStream>(request);
        BodyObjects.RequireName(stream.Metadata, request);
        var updated = request.Subresource is null
            ? await streams.UpdateAsync(stream, request.Write, cancellationToken).ConfigureAwait(false)
            : await streams.UpdateStatusAsync(stream, request.Write, cancellationToken).ConfigureAwait(false);
        return ServedAnswer.FromObject(EncodedObjects.Get(updated));
    }

    public override async ValueTask<ServedAnswer> PatchAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var (ns, name, patch) = (request.Namespace!, request.Name!, request.Patch!);
        var result = request.Subresource is null
            ? await streams.PatchAsync(ns, name, patch, request.Write, cancellationToken).ConfigureAwait(false)
            : await streams.PatchStatusAsync(ns, name, patch, request.Write, cancellationToken).ConfigureAwait(false);
        return Outcomes.Patched(result, EncodedObjects.Get(result.Object));
    }

    public override async ValueTask<ServedAnswer> DeleteAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var result = await streams
            .DeleteAsync(request.Namespace!, request.Name!, request.Delete, cancellationToken)
            .ConfigureAwait(false);
        return result switch
        {
            DeleteResult<ImageStream>.Finalizing finalizing => ServedAnswer.FromObject(EncodedObjects.Get(finalizing.Object)),
            DeleteResult<ImageStream>.Deleted deleted => Outcomes.Deleted(Definition, new ObjectMeta { Name = deleted.Name, Uid = deleted.Uid }),
            _ => throw new InvalidOperationException($"The result is unknown: {result}"),
        };
    }

    // One after the other, as on the server: what was deleted before a failure stays deleted.
    public override async ValueTask<ServedAnswer> DeleteCollectionAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var list = await streams.ListAsync(request.Namespace, request.List, cancellationToken).ConfigureAwait(false);
        foreach (var stream in list.Items)
        {
            await Outcomes
                .DeleteIfThereAsync(() => streams.DeleteAsync(stream.Namespace, stream.Name, request.Delete, cancellationToken))
                .ConfigureAwait(false);
        }

        return ToAnswer(list);
    }

    // The secrets are those of the namespace, whether the stream is there or not. Without any, the list only has the version.
    private async Task<ServedAnswer> ListSecretsAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        if (await secrets.FindAsync(request, cancellationToken).ConfigureAwait(false) is { } found)
        {
            return found;
        }

        var any = await streams.ListAsync(request.Namespace, new ListOptions { Limit = 1 }, cancellationToken).ConfigureAwait(false);
        return PullSecrets.CreateList(new ListMeta { ResourceVersion = any.Metadata.ResourceVersion }, []);
    }

    private async Task RequireVersionAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        if (request.ResourceVersion is not null and not "0")
        {
            var atLeast = new ListOptions { FieldSelector = $"metadata.name={request.Name}", ResourceVersion = request.ResourceVersion };
            await streams.ListAsync(request.Namespace, atLeast, cancellationToken).ConfigureAwait(false);
        }
    }

    private static ServedAnswer ToAnswer(ImageStreamList list) => EncodedObjects.ToAnswer<ImageStreamList, ImageStream>(list);
}
